using Marketplace.Kernel.Values;

namespace Marketplace.Tests.Kernel.Values;

public sealed class IdsTests
{
    [Fact]
    public void Ids_are_well_formed_unique_and_sort_by_time()
    {
        var start = DateTimeOffset.UnixEpoch.AddYears(56);

        var ids = Enumerable.Range(0, 1000).Select(i => Ids.New(start.AddMilliseconds(i))).ToList();

        Assert.All(ids, id => Assert.True(Ids.IsWellFormed(id), id));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(1000, ids.Distinct().Count());
    }

    [Fact]
    public void The_same_words_give_the_same_id()
    {
        Assert.Equal(Ids.From("seller", "kiln"), Ids.From("seller", "kiln"));
        Assert.True(Ids.IsWellFormed(Ids.From("a")));
        Assert.NotEqual(Ids.From("ab", "c"), Ids.From("a", "bc"));
    }

    [Fact]
    public void A_public_id_of_another_kind_is_nobodys()
    {
        var id = Ids.From("x");

        Assert.Equal(id, Ids.FromPublic("ord", Ids.Public("ord", id)));
        Assert.Null(Ids.FromPublic("ord", Ids.Public("lst", id)));
        Assert.Null(Ids.FromPublic("ord", "ord_../../etc"));
    }
}
