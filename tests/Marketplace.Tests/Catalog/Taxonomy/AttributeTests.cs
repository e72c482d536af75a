using Marketplace.Catalog.Taxonomy;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Tenancy;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Taxonomy;

public sealed class AttributeTests
{
    private static readonly AttributeForm Form = new("Material", null, false, true, false, 30, []);

    [Fact]
    public async Task A_category_has_the_attributes_of_those_above_it()
    {
        await using var world = await StartAsync();
        Assert.True((await world.Host.SendAsync(Admin, new AddAttribute(world.Home, "material", AttributeKind.Text, Form))).Ok);
        await world.Host.DrainAsync();

        var tree = (await world.Host.SendAsync(Caller.Anonymous, new GetCategoryTree())).Required();

        Assert.Equal(["material", "colour", "volume"], tree.AttributesOf(world.Mugs).Select(a => a.Code));
        Assert.Empty(tree.AttributesOf(world.Books));
    }

    [Fact]
    public async Task A_code_is_taken_by_those_above_and_below_and_free_beside()
    {
        await using var world = await StartAsync();
        var colour = new AddAttribute(world.Home, "colour", AttributeKind.Text, Form);

        Assert.Equal("attribute.code-taken", (await world.Host.SendAsync(Admin, colour)).Error?.Code);
        Assert.True((await world.Host.SendAsync(Admin, colour with { CategoryId = world.Books })).Ok);
        Assert.Equal("category.not-found", (await world.Host.SendAsync(Admin, colour with { CategoryId = "01no" })).Error?.Code);
    }

    [Fact]
    public async Task An_attribute_to_choose_from_needs_choices_each_once()
    {
        await using var world = await StartAsync();
        var add = new AddAttribute(world.Books, "cover", AttributeKind.Select, Form);
        var twice = Form with { Choices = [new AttributeChoice("hard", "Hard"), new AttributeChoice("hard", "Hardcover")] };

        Assert.Equal("input.invalid", (await world.Host.SendAsync(Admin, add)).Error?.Code);
        Assert.Equal("input.invalid", (await world.Host.SendAsync(Admin, add with { Form = twice })).Error?.Code);
        Assert.Equal("input.invalid", (await world.Host.SendAsync(Admin, add with { Code = "Bad Code", Form = Form with { Choices = [new AttributeChoice("a", "A")] } })).Error?.Code);
    }

    [Fact]
    public async Task It_is_edited_with_its_version_and_removed_once()
    {
        await using var world = await StartAsync();
        var id = (await world.Host.SendAsync(Admin, new AddAttribute(world.Books, "pages", AttributeKind.Number, Form))).Required();
        var edit = new EditAttribute(id, 0, Form with { Name = "Pages", Unit = "p." });

        Assert.True((await world.Host.SendAsync(Admin, edit)).Ok);
        Assert.Equal("category.changed", (await world.Host.SendAsync(Admin, edit)).Error?.Code);
        Assert.True((await world.Host.SendAsync(Admin, new RemoveAttribute(id))).Ok);
        Assert.Equal("attribute.not-found", (await world.Host.SendAsync(Admin, new RemoveAttribute(id))).Error?.Code);
        Assert.Equal("attribute.not-found", (await world.Host.SendAsync(Admin, edit)).Error?.Code);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(Potter, edit)).Error?.Code);
    }
}
