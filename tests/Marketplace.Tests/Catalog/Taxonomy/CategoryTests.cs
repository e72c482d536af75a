using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Taxonomy;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Taxonomy;

public sealed class CategoryTests
{
    [Fact]
    public async Task A_new_category_takes_its_place_its_address_and_the_tax_code_above_it()
    {
        await using var world = await StartAsync();
        var novels = (await world.Host.SendAsync(Admin, new CreateCategory(world.Books, "Crime & Novels"))).Required();
        await world.Host.DrainAsync();

        var node = (await TreeAsync(world)).Find(novels)!;

        Assert.Equal(("crime-and-novels", $"{world.Books}/{novels}", 2, "books"), (node.Slug, node.Path, node.Depth, node.TaxCode));
    }

    [Fact]
    public async Task A_bad_parent_a_taken_address_and_a_tree_too_deep_are_refused()
    {
        await using var world = await StartAsync();

        Assert.Equal("category.no-such-parent", (await world.Host.SendAsync(Admin, new CreateCategory("01no", "X"))).Error?.Code);
        Assert.Equal("category.slug-taken", (await world.Host.SendAsync(Admin, new CreateCategory(null, "Mugs"))).Error?.Code);
        Assert.Equal("input.invalid", (await world.Host.SendAsync(Admin, new CreateCategory(null, ""))).Error?.Code);
        Assert.Equal("input.invalid", (await world.Host.SendAsync(Admin, new CreateCategory(null, "A", "Not a slug"))).Error?.Code);

        var parent = world.Mugs;
        for (var depth = 3; depth <= Category.MaximumDepth; depth++)
            parent = (await world.Host.SendAsync(Admin, new CreateCategory(parent, $"Level {depth}"))).Required();
        Assert.Equal("category.too-deep", (await world.Host.SendAsync(Admin, new CreateCategory(parent, "Level 6"))).Error?.Code);
    }

    [Fact]
    public async Task An_old_address_leads_to_the_category_and_is_given_to_no_other()
    {
        await using var world = await StartAsync();
        var edit = new EditCategory(world.Mugs, 0, "Cups", "cups", null, "", 10, false);

        Assert.True((await world.Host.SendAsync(Admin, edit)).Ok);
        Assert.Equal("category.changed", (await world.Host.SendAsync(Admin, edit)).Error?.Code);
        await world.Host.DrainAsync();

        Assert.Equal("cups", (await TreeAsync(world)).FindBySlug("mugs")!.Slug);
        Assert.Equal("category.slug-taken", (await world.Host.SendAsync(Admin, new CreateCategory(null, "Mugs"))).Error?.Code);
        Assert.True((await world.Host.SendAsync(Admin, edit with { Version = 1, Slug = "mugs" })).Ok);
    }

    [Fact]
    public async Task Moving_a_category_moves_its_branch_and_its_listings()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());

        Assert.True((await world.Host.SendAsync(Admin, new MoveCategory(world.Home, world.Books))).Ok);
        await world.Host.DrainAsync();

        var listing = await world.Host.WithPlatformAsync(db => db.PublishedListings.SingleAsync());
        Assert.Equal($"{world.Books}/{world.Home}/{world.Mugs}", listing.CategoryPath);
        var page = (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(saved.ShortId, Dutch))).Required();
        Assert.Equal(["Books", "Home", "Mugs"], page.Path.Select(n => n.Name));
        Assert.Equal(2, await world.Host.WithPlatformAsync(db => db.ListingChanges.Select(c => c.IndexVersion).SingleAsync()));
    }

    [Fact]
    public async Task A_category_never_hangs_under_itself()
    {
        await using var world = await StartAsync();

        Assert.Equal("category.under-itself", (await world.Host.SendAsync(Admin, new MoveCategory(world.Home, world.Mugs))).Error?.Code);
        Assert.Equal("category.under-itself", (await world.Host.SendAsync(Admin, new MoveCategory(world.Home, world.Home))).Error?.Code);
        Assert.Equal("category.not-found", (await world.Host.SendAsync(Admin, new MoveCategory("01no", null))).Error?.Code);
        Assert.Equal("category.no-such-parent", (await world.Host.SendAsync(Admin, new MoveCategory(world.Home, "01no"))).Error?.Code);
    }

    [Fact]
    public async Task A_branch_that_would_hang_too_deep_stays_where_it_is()
    {
        await using var world = await StartAsync();
        var parent = world.Books;
        for (var depth = 2; depth < Category.MaximumDepth; depth++)
            parent = (await world.Host.SendAsync(Admin, new CreateCategory(parent, $"Level {depth}"))).Required();

        Assert.Equal("category.too-deep", (await world.Host.SendAsync(Admin, new MoveCategory(world.Home, parent))).Error?.Code);
    }

    [Fact]
    public async Task Merging_moves_listings_and_addresses_and_takes_the_empty_one_away()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        var cups = (await world.Host.SendAsync(Admin, new CreateCategory(world.Home, "Cups"))).Required();

        Assert.True((await world.Host.SendAsync(Admin, new MergeCategory(world.Mugs, cups, AcceptsLoss: true))).Ok);
        await world.Host.DrainAsync();

        var tree = await TreeAsync(world);
        Assert.Null(tree.Find(world.Mugs));
        Assert.Equal(cups, tree.FindBySlug("mugs")!.Id);
        Assert.Equal(cups, (await world.ReadAsync(Potter, saved.ListingId)).Draft.CategoryId);
        var page = (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(saved.ShortId, Dutch))).Required();
        Assert.Equal(["Home", "Cups"], page.Path.Select(n => n.Name));
    }

    [Fact]
    public async Task A_merge_that_would_hide_what_listings_say_names_it_and_changes_nothing()
    {
        await using var world = await StartAsync();
        await world.PublishAsync(Potter, world.Mug());
        var cups = (await world.Host.SendAsync(Admin, new CreateCategory(world.Home, "Cups"))).Required();
        var own = (await world.Host.SendAsync(Admin, new GetCategoryForEditing(world.Mugs))).Required().Own;

        var refused = await world.Host.SendAsync(Admin, new MergeCategory(world.Mugs, cups));

        Assert.Equal("category.merge-loses", refused.Error?.Code);
        Assert.Contains($"{own.Single(a => a.Code == "volume").Name} (1)", refused.Error!.Message);
        Assert.NotNull((await TreeAsync(world)).Find(world.Mugs));
        foreach (var attribute in own)
            Assert.True((await world.Host.SendAsync(Admin, new AddAttribute(
                cups, attribute.Code, attribute.Kind, new AttributeForm(
                    attribute.Name, attribute.Unit, false, true, attribute.IsVariantOption, 1, attribute.Choices)))).Ok);
        Assert.True((await world.Host.SendAsync(Admin, new MergeCategory(world.Mugs, cups))).Ok);
    }

    [Fact]
    public async Task A_merge_into_itself_of_a_branch_or_of_nothing_is_refused()
    {
        await using var world = await StartAsync();

        Assert.Equal("category.into-itself", (await world.Host.SendAsync(Admin, new MergeCategory(world.Home, world.Home))).Error?.Code);
        Assert.Equal("category.has-children", (await world.Host.SendAsync(Admin, new MergeCategory(world.Home, world.Books))).Error?.Code);
        Assert.Equal("category.not-found", (await world.Host.SendAsync(Admin, new MergeCategory("01no", world.Books))).Error?.Code);
    }

    [Fact]
    public async Task The_admins_list_is_the_tree_top_down_with_live_listings_counted()
    {
        await using var world = await StartAsync();
        await world.PublishAsync(Potter, world.Mug());

        var rows = (await world.Host.SendAsync(Admin, new ListCategories())).Required();
        var mugs = (await world.Host.SendAsync(Admin, new GetCategoryForEditing(world.Mugs))).Required();

        Assert.Equal([("Home", 0), ("Mugs", 1), ("Books", 0)], rows.Select(r => (r.Name, r.LiveListings)));
        Assert.Equal(["colour", "volume"], mugs.Own.Select(a => a.Code));
        Assert.Equal("category.not-found", (await world.Host.SendAsync(Admin, new GetCategoryForEditing("01no"))).Error?.Code);
    }

    [Fact]
    public async Task Only_an_admin_of_the_catalogue_edits_it()
    {
        await using var world = await StartAsync();
        var otherAdmin = new Caller("01a", AdminPermissions: new HashSet<string> { "orders" });

        Assert.Equal("access.not-found", (await world.Host.SendAsync(Potter, new CreateCategory(null, "X"))).Error?.Code);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(Caller.Anonymous, new MoveCategory(world.Mugs, null))).Error?.Code);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(Potter, new MergeCategory(world.Mugs, world.Books))).Error?.Code);
        Assert.Equal("access.missing-permission", (await world.Host.SendAsync(otherAdmin, new ListCategories())).Error?.Code);
    }

    private static async Task<CategoryTree> TreeAsync(CatalogWorld world) =>
        (await world.Host.SendAsync(Caller.Anonymous, new GetCategoryTree())).Required();
}
