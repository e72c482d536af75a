using System.Text;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using static Marketplace.Tests.Catalog.CatalogWorld;
using static Marketplace.Tests.Catalog.Exchange.ImportWorld;

namespace Marketplace.Tests.Catalog.Exchange;

public sealed class ImportTests
{
    private const string Header = "handle,title,category,description,attributes,option1_name,option1_value,sku,gtin,price:EUR,"
        + "weight_g,stock\r\n";

    /// <summary>Rows of mugs in a red and a blue form, for the category that asks for a colour.</summary>
    private static byte[] Mugs(int count, int price = 19, string title = "Stoneware mug number") => Utf8(Header + string.Concat(
        Enumerable.Range(1, count).Select(n =>
            $"mug-{n},{title} {n},Home > Mugs,{Words},volume=300,Colour,Red,M{n}-R,,{price}.50,420,5\r\n"
            + $"mug-{n},,,,,Colour,Blue,M{n}-B,,{price}.90,420,0\r\n")));

    [Fact]
    public async Task A_file_is_looked_at_first_and_changes_nothing_then_imports_and_a_repeat_finds_nothing_to_do()
    {
        await using var world = await StartAsync();
        var empty = await world.CatalogueAsync(Potter);

        var view = await world.CheckedAsync(Potter, Mugs(3));

        Assert.Equal((ImportState.Ready, 6, 3, 3), (view.State, view.Rows, view.Items, view.Counts[ImportOutcome.New]));
        Assert.Equal(empty, await world.CatalogueAsync(Potter));

        (await world.Host.SendAsync(Potter, new ConfirmImport(view.Id))).Done();
        await world.Host.RunJobAsync(Job);

        var done = await world.ImportAsync(Potter, view.Id);
        Assert.Equal((ImportState.Done, 3), (done.State, done.Steps[ImportStep.Applied]));
        var item = (await world.ItemsAsync(Potter, view.Id))[0];
        // Without a picture no buyer sees it: it is a draft, and the row says why.
        Assert.Contains("Add at least one picture.", Said(Assert.Single(item.Problems)));
        var read = await world.ReadAsync(Potter, item.ListingId!);
        Assert.Equal((ListingState.Draft, "Stoneware mug number 1", world.Mugs), (read.State, read.Draft.Title, read.Draft.CategoryId));
        Assert.Equal(["M1-R", "M1-B"], read.Draft.Variants.Select(v => v.Sku));
        Assert.Equal([new PriceDraft("EUR", 1950)], read.Draft.Variants[0].Prices);
        Assert.Equal(5, read.Draft.Variants[0].Stock.Single().Now);
        Assert.Equal("colour", read.Draft.Options.Single().AttributeCode);

        var again = await world.CheckedAsync(Potter, Mugs(3));
        Assert.Equal(3, again.Counts[ImportOutcome.Unchanged]);
        Assert.Equal("import.nothing-to-do", (await world.Host.SendAsync(Potter, new ConfirmImport(again.Id))).Error?.Code);
        Assert.Equal("import.wrong-state", (await world.Host.SendAsync(Potter, new ConfirmImport(done.Id))).Error?.Code);
    }

    /// <summary>A mug with a picture, ready to be published.</summary>
    private static byte[] Ready(CatalogWorld world, params string[] skus) => Utf8(
        "sku,title,category,description,attributes,price:EUR,weight_g,images\r\n" + string.Concat(skus.Select(sku =>
            $"{sku},Mug by its hash {sku},Mugs,{Words},colour=red,19.00,420,https://other.example/media/{world.Picture}/960.webp\r\n")));

    [Fact]
    public async Task New_listings_pass_the_same_gate_as_those_that_are_published_by_hand()
    {
        await using var world = await StartAsync();
        await world.Host.WithPlatformAsync(async db =>
        {
            db.Set<SellerStanding>().Single(s => s.TenantId == Pottery).MaximumListings = 1;
            return await db.SaveChangesAsync();
        });

        var full = await world.ImportedAsync(Potter, Ready(world, "ONE", "TWO"));

        var items = await world.ItemsAsync(Potter, full.Id);
        var states = new List<ListingState>();
        foreach (var item in items) states.Add((await world.ReadAsync(Potter, item.ListingId!)).State);
        Assert.Equal([ListingState.Published, ListingState.Draft], states);
        Assert.Contains("Your plan has room for 1 listings on sale.", Said(Assert.Single(items[1].Problems)));
    }

    [Fact]
    public async Task New_listings_wait_for_the_marketplaces_eyes_where_its_rules_say_so_and_undo_takes_them_out_of_the_queue()
    {
        await using var world = await StartAsync();
        var moderator = new Caller("01moderator", AdminPermissions: new HashSet<string> { AdminPermissions.Moderation });
        (await world.Host.SendAsync(moderator, new SetListingRules(ReviewMode.NewShops, 1, [], 0))).Done();
        var before = await world.CatalogueAsync(Potter);

        var view = await world.ImportedAsync(Potter, Ready(world, "ONE", "TWO"));

        var item = (await world.ItemsAsync(Potter, view.Id))[0];
        Assert.Equal(ListingState.Draft, (await world.ReadAsync(Potter, item.ListingId!)).State);
        Assert.Contains("The marketplace looks at it before buyers see it.", Said(Assert.Single(item.Problems)));
        Assert.Equal(2, (await world.Host.SendAsync(moderator, new ListSubmissions())).Required().Rows.Count);

        (await world.Host.SendAsync(Potter, new UndoImport(view.Id))).Done();
        await world.Host.RunJobAsync(Job);

        Assert.Equal(before, await world.CatalogueAsync(Potter));
        Assert.Empty((await world.Host.SendAsync(moderator, new ListSubmissions())).Required().Rows);
    }

    [Fact]
    public async Task A_draft_that_was_sent_to_be_looked_at_since_is_not_undone()
    {
        await using var world = await StartAsync();
        var moderator = new Caller("01moderator", AdminPermissions: new HashSet<string> { AdminPermissions.Moderation });
        var view = await world.ImportedAsync(Potter, Ready(world, "ONE"), say: v => As(v, v.Options with { Publish = false }));
        var listing = Assert.Single(await world.ItemsAsync(Potter, view.Id)).ListingId!;
        (await world.Host.SendAsync(moderator, new SetListingRules(ReviewMode.Always, 1, [], 0))).Done();
        Assert.True((await world.Host.SendAsync(Potter, new PublishListing(listing))).Required().IsHeld);

        (await world.Host.SendAsync(Potter, new UndoImport(view.Id))).Done();
        await world.Host.RunJobAsync(Job);

        Assert.Equal(1, (await world.ImportAsync(Potter, view.Id)).Steps[ImportStep.Kept]);
        Assert.Single((await world.Host.SendAsync(moderator, new ListSubmissions())).Required().Rows);
    }

    [Fact]
    public async Task A_change_is_shown_field_by_field_and_undo_puts_every_row_back()
    {
        await using var world = await StartAsync();
        await world.PublishAsync(Potter, world.Mug(gtin: Ean));
        await world.ImportedAsync(Potter, Mugs(2));
        var before = await world.CatalogueAsync(Potter);
        var file = Utf8("sku,title,price:EUR,price:USD,stock\r\nMUG-R,Stoneware mug with a handle,21.00,25.00,9\r\nM1-B,,20.00,,3\r\n")
            .Concat(Utf8("M9,Quite another mug of ours,12.00,,1\r\n")).ToArray();

        var view = await world.ImportedAsync(Potter, file);

        var items = await world.ItemsAsync(Potter, view.Id);
        Assert.Equal([ImportOutcome.Changed, ImportOutcome.Changed, ImportOutcome.New], items.Select(i => i.Outcome));
        Assert.Contains(new FieldChange("price", "MUG-R", "19.00 EUR", "21.00 EUR"), items[0].Changes);
        Assert.Contains(new FieldChange("stock", "MUG-R", "5", "9"), items[0].Changes);
        var changed = await world.ReadAsync(Potter, items[0].ListingId!);
        Assert.Equal((ListingState.Published, false), (changed.State, changed.HasChanges));
        Assert.Equal(9, changed.Draft.Variants[0].Stock.Single().Now);
        Assert.NotEqual(before, await world.CatalogueAsync(Potter));

        (await world.Host.SendAsync(Potter, new UndoImport(view.Id))).Done();
        Assert.StartsWith("made", await world.Host.RunJobAsync(Job));

        Assert.Equal(ImportState.Undone, (await world.ImportAsync(Potter, view.Id)).State);
        Assert.Equal(before, await world.CatalogueAsync(Potter));
    }

    [Fact]
    public async Task What_somebody_changed_since_is_left_alone_by_undo_and_named()
    {
        await using var world = await StartAsync();
        var view = await world.ImportedAsync(Potter, Mugs(3));
        var items = await world.ItemsAsync(Potter, view.Id);
        var (edited, repriced) = (await world.ReadAsync(Potter, items[0].ListingId!), await world.ReadAsync(Potter, items[1].ListingId!));
        Assert.True((await world.Host.SendAsync(
            Potter, new SaveListing(edited.Id, edited.Version, edited.Draft with { Title = "A mug of another name" }))).Ok);
        (await world.Host.SendAsync(Potter, new SetPrices([new PricesOfOffer(repriced.Draft.Variants[0].Id!,
            [new PriceToSet("EUR", 100)])]))).Done();

        (await world.Host.SendAsync(Potter, new UndoImport(view.Id))).Done();
        Assert.StartsWith("made", await world.Host.RunJobAsync(Job));

        var after = await world.ItemsAsync(Potter, view.Id);
        Assert.Equal([ImportStep.Kept, ImportStep.Kept, ImportStep.Undone], after.Select(i => i.Step));
        Assert.Equal("A mug of another name", (await world.ReadAsync(Potter, edited.Id)).Draft.Title);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(Potter, new GetMyListing(after[2].ListingId!))).Error?.Code);
    }

    [Fact]
    public async Task Another_seller_sees_neither_the_run_nor_the_file_and_the_same_codes_join_nothing()
    {
        await using var world = await StartAsync();
        var view = await world.ImportedAsync(Potter, Mugs(2));
        var before = await world.CatalogueAsync(Potter);

        Assert.Equal("import.not-found", (await world.Host.SendAsync(KilnMaster, new GetImport(view.Id))).Error?.Code);
        Assert.Equal("import.not-found", (await world.Host.SendAsync(KilnMaster, new UndoImport(view.Id))).Error?.Code);
        Assert.Equal("import.not-found", (await world.Host.SendAsync(KilnMaster, As(view))).Error?.Code);
        Assert.Empty(await world.ItemsAsync(KilnMaster, view.Id));
        Assert.Empty((await world.Host.SendAsync(KilnMaster, new ListImports())).Required().Items);

        var theirs = await world.ImportedAsync(KilnMaster, Mugs(2));
        Assert.Equal(2, theirs.Counts[ImportOutcome.New]);
        Assert.Equal(before, await world.CatalogueAsync(Potter));
    }

    [Fact]
    public async Task An_export_read_again_changes_nothing_and_makes_the_same_catalogue_in_an_empty_shop()
    {
        await using var world = await StartAsync();
        var first = world.Mug(gtin: Ean) with
        {
            Description = "- a list begins here\n- with <b>no</b> \"HTML\"\n\n=1+1 is **not** a formula; neither is @this.",
            SeoTitle = "+49, a mug",
            Brand = "'=quoted",
            Title = "-18 % colder: mug, hand thrown",
        };
        await world.PublishAsync(Potter, first with
        {
            Variants = [.. first.Variants.Select(v =>
            v with { Prices = [new("EUR", 1900, 2400), new("JPY", 3100)] })]
        });
        await world.ImportedAsync(Potter, Mugs(3));
        var export = await world.ExportAsync(Potter);

        var again = await world.CheckedAsync(Potter, Utf8(export));
        Assert.Equal(ImportKind.Own, again.Kind);
        Assert.Empty((await world.ItemsAsync(Potter, again.Id)).Where(i => i.Outcome != ImportOutcome.Unchanged)
            .SelectMany(i => i.Changes.Select(c => c.ToString()).Concat(i.Problems.Select(Said))));

        var moved = await world.ImportedAsync(KilnMaster, Utf8(export));
        Assert.Equal(4, moved.Steps[ImportStep.Applied]);
        Assert.Equal(Sorted(WithoutHandles(export)), Sorted(WithoutHandles(await world.ExportAsync(KilnMaster))));
    }

    /// <summary>A handle ends with the listing's id.</summary>
    private static IEnumerable<string> WithoutHandles(string export) =>
        export.Split("\r\n").Select(l => System.Text.RegularExpressions.Regex.Replace(l, "^\"'?([a-z0-9-]+)-[0-9a-z]{10}\"", "\"$1\""));

    private static List<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];

    [Fact]
    public async Task What_cannot_be_imported_is_refused_with_a_code_before_anything_is_kept()
    {
        await using var world = await StartAsync();
        async Task<string?> CodeOf(byte[] file, byte[]? zip = null) =>
            (await world.Host.SendAsync(Potter, new UploadImport(file, "f.csv", zip))).Error?.Code;

        Assert.Equal("import.empty", await CodeOf([]));
        Assert.Equal("import.empty", await CodeOf(Utf8("sku,title\r\n")));
        Assert.Equal("import.no-columns", await CodeOf(Utf8("sku\r\nA\r\n")));
        Assert.Equal("import.too-large", await CodeOf(new byte[20 * 1024 * 1024 + 1]));
        Assert.Equal("import.not-a-table", await CodeOf([0x50, 0x4B, 3, 4, 0, 0, 0, 0]));
        Assert.Equal("import.no-zip", await CodeOf(Mugs(1), Utf8("no zip")));
        Assert.Equal("import.pictures-too-large", await CodeOf(Mugs(1), new byte[100 * 1024 * 1024 + 1]));

        var view = await world.ImportAsync(Potter, (await world.Host.SendAsync(Potter, new UploadImport(Mugs(1), "f.csv"))).Required());
        async Task<string?> Say(IReadOnlyList<string?> fields, ImportOptions? options = null) =>
            (await world.Host.SendAsync(Potter, new CheckImport(view.Id, fields, options ?? view.Options))).Error?.Code;
        Assert.Equal("import.no-key", await Say(["title", "brand"]));
        Assert.Equal("import.column-twice", await Say(["sku", "sku"]));
        Assert.Equal("import.no-such-currency", await Say(["sku", "title"], view.Options with { CurrencyCode = "XXX" }));
        Assert.Equal("import.no-such-category", await Say(["sku", "title"], view.Options with { CategoryId = "none" }));
        Assert.Equal("import.wrong-state", (await world.Host.SendAsync(Potter, new ConfirmImport(view.Id))).Error?.Code);
    }

    [Fact]
    public async Task The_meaning_of_columns_is_remembered_for_the_same_titles()
    {
        await using var world = await StartAsync();
        var file = Utf8("code;what;costs\r\nX1;A mug of ours;\"19,90\"\r\n");
        var options = new ImportOptions("EUR", DecimalComma: true, world.Mugs, Publish: false);
        var first = await world.CheckedAsync(Potter, file, say: v => new CheckImport(v.Id, ["sku", "title", "price"], options));
        Assert.Equal(1, first.Counts[ImportOutcome.New]);

        var again = await world.ImportAsync(Potter, (await world.Host.SendAsync(Potter, new UploadImport(file, "g.csv"))).Required());
        var theirs = await world.ImportAsync(KilnMaster, (await world.Host.SendAsync(KilnMaster,
            new UploadImport(file, "g.csv"))).Required());

        Assert.Equal((options, "sku title price"), (again.Options, string.Join(' ', again.Columns.Select(c => c.Field))));
        Assert.Equal(["X1"], again.Sample[0]);
        Assert.All(theirs.Columns, c => Assert.Null(c.Field));
    }
}
