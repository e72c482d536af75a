using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Listings;

public sealed class SaveListingTests
{
    [Fact]
    public async Task A_saved_draft_is_read_back_as_it_was_typed()
    {
        await using var world = await StartAsync();
        var draft = world.Mug(gtin: Ean);

        var saved = (await world.Host.SendAsync(Potter, new SaveListing(null, null, draft))).Required();
        var read = await world.ReadAsync(Potter, saved.ListingId);

        Assert.Equal((ListingState.Draft, false, null), (read.State, read.HasChanges, read.Url));
        Assert.Equal((draft.Title, draft.Description, draft.Brand), (read.Draft.Title, read.Draft.Description, read.Draft.Brand));
        Assert.Equal(["MUG-R", "MUG-B"], read.Draft.Variants.Select(v => v.Sku));
        Assert.Equal("0" + Ean, read.Draft.Variants[0].Gtin);
        Assert.Equal([new PriceDraft("EUR", 1900)], read.Draft.Variants[0].Prices);
        Assert.Equal(5, read.Draft.Variants[0].Stock.Single().Now);
        Assert.Equal("colour", read.Draft.Options.Single().AttributeCode);
    }

    [Fact]
    public async Task A_variant_keeps_its_id_price_and_stock_when_the_listing_is_edited()
    {
        await using var world = await StartAsync();
        var saved = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();
        var before = await world.ReadAsync(Potter, saved.ListingId);

        var swapped = before.Draft with
        {
            Variants = [.. before.Draft.Variants.Zip(["MUG-B", "MUG-R"], (v, sku) => v with { Sku = sku })],
        };
        var again = (await world.Host.SendAsync(Potter, new SaveListing(before.Id, before.Version, swapped))).Required();
        var after = await world.ReadAsync(Potter, saved.ListingId);

        Assert.Equal(after.Version, again.Version);
        Assert.Equal(before.Draft.Variants.Select(v => v.Id), after.Draft.Variants.Select(v => v.Id));
        Assert.Equal(["MUG-B", "MUG-R"], after.Draft.Variants.Select(v => v.Sku));
        Assert.All(after.Draft.Variants, v => Assert.Equal(5, v.Stock.Single().Now));
    }

    [Fact]
    public async Task Saving_over_somebody_elses_change_is_refused_with_a_clear_message()
    {
        await using var world = await StartAsync();
        var saved = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();
        var read = await world.ReadAsync(Potter, saved.ListingId);

        Assert.True((await world.Host.SendAsync(Potter, new SaveListing(read.Id, read.Version, read.Draft))).Ok);
        var late = await world.Host.SendAsync(Potter, new SaveListing(read.Id, read.Version, read.Draft));

        Assert.Equal("listing.changed", late.Error?.Code);
    }

    [Fact]
    public async Task A_count_is_applied_as_a_difference_so_a_sale_meanwhile_is_not_undone()
    {
        await using var world = await StartAsync();
        var saved = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();
        var read = await world.ReadAsync(Potter, saved.ListingId);
        var red = read.Draft.Variants[0];

        var changed = read.Draft with
        {
            Variants = [red with { Stock = [red.Stock[0] with { Was = 6, Now = 8 }] }, read.Draft.Variants[1]],
        };
        Assert.True((await world.Host.SendAsync(Potter, new SaveListing(read.Id, read.Version, changed))).Ok);

        Assert.Equal(7, (await world.ReadAsync(Potter, saved.ListingId)).Draft.Variants[0].Stock[0].Now);
    }

    [Fact]
    public async Task A_sku_is_unique_for_the_seller_and_free_for_others()
    {
        await using var world = await StartAsync();
        await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()));

        var mine = await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()));
        var theirs = await world.Host.SendAsync(KilnMaster, new SaveListing(null, null, world.Mug()));

        Assert.Equal("listing.sku-taken", mine.Error?.Code);
        Assert.Contains("Draft.Variants[0].Sku", mine.Error!.Fields!.Keys);
        Assert.True(theirs.Ok);
    }

    [Fact]
    public async Task What_is_typed_wrongly_is_said_beside_its_field()
    {
        await using var world = await StartAsync();
        var mug = world.Mug();
        var wrong = mug with
        {
            Title = "",
            Variants = [mug.Variants[0] with { Gtin = "4006381333932", WeightGrams = -1 }, mug.Variants[0]],
        };

        var fields = (await world.Host.SendAsync(Potter, new SaveListing(null, null, wrong))).Error!.Fields!.Keys;

        Assert.Equal(
            ["Draft.Title", "Draft.Variants", "Draft.Variants[0].Gtin", "Draft.Variants[0].WeightGrams"],
            fields.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("colour", "green")]
    [InlineData("volume", "much")]
    public async Task A_value_that_its_attribute_does_not_take_is_refused(string code, string value)
    {
        await using var world = await StartAsync();
        var draft = world.Mug() with { Attributes = new Dictionary<string, IReadOnlyList<string>> { [code] = [value] } };

        var error = (await world.Host.SendAsync(Potter, new SaveListing(null, null, draft))).Error!;

        Assert.Equal("listing.attribute-value", error.Code);
        Assert.Equal([$"Draft.Attributes[{code}]"], error.Fields!.Keys);
    }

    [Fact]
    public async Task An_unknown_category_or_somebody_elses_picture_is_refused()
    {
        await using var world = await StartAsync();
        var nowhere = world.Mug() with { CategoryId = "01nowhere" };
        var stolen = world.Mug() with { Pictures = [new ListingPicture(new string('a', 64), "Not mine")] };

        Assert.Equal("listing.no-such-category", (await world.Host.SendAsync(Potter, new SaveListing(null, null, nowhere))).Error?.Code);
        Assert.Equal("listing.no-such-picture", (await world.Host.SendAsync(Potter, new SaveListing(null, null, stolen))).Error?.Code);
    }

    [Fact]
    public async Task A_refused_price_leaves_nothing_behind_and_names_the_variant()
    {
        await using var world = await StartAsync();
        var mug = world.Mug();
        var draft = mug with { Variants = [mug.Variants[0], mug.Variants[1] with { Prices = [new PriceDraft("EUR", 1)] }] };

        var refused = await world.Host.SendAsync(Potter, new SaveListing(null, null, draft));

        Assert.Equal(["Draft.Variants[1].Prices[0]"], refused.Error!.Fields!.Keys);
        Assert.Empty((await world.Host.SendAsync(Potter, new ListMyListings())).Required().Rows);
    }

    [Fact]
    public async Task Another_seller_a_buyer_and_nobody_cannot_touch_it()
    {
        await using var world = await StartAsync();
        var saved = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();
        var edit = new SaveListing(saved.ListingId, saved.Version, world.Mug("X"));

        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, edit)).Error?.Code);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, new GetMyListing(saved.ListingId))).Error?.Code);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(new Caller(BuyerId: "01buyer"), edit)).Error?.Code);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(Caller.Anonymous, edit)).Error?.Code);
        Assert.Equal(
            "access.missing-permission", (await world.Host.SendAsync(Staff(Pottery, SellerPermissions.Orders), edit)).Error?.Code);
    }

    [Fact]
    public async Task A_variant_of_another_listing_cannot_be_taken_over()
    {
        await using var world = await StartAsync();
        var first = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();
        var variant = (await world.ReadAsync(Potter, first.ListingId)).Draft.Variants[0];

        var theft = world.Mug("OTHER") with { Variants = [variant with { Sku = "OTHER-R" }] };

        Assert.Equal("listing.not-found", (await world.Host.SendAsync(Potter, new SaveListing(null, null, theft))).Error?.Code);
    }
}
