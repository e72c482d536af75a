using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Growth.Content;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Growth.Content.Pages;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Growth.Content;

public sealed class OwnPagesTests
{
    private static readonly SavePage About = new(
        "about", "en-US", 0, "About us", "Who runs this market", "# Hello\n\nWe are two.", Publish: false);

    private static readonly GetPage Read = new("about", "en-US");

    [Fact]
    public async Task A_draft_is_the_writers_until_it_is_published_and_again_after_it_is_taken_away()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();

        Assert.Equal(1, (await host.SendAsync(admin, About)).Required());
        Assert.Equal(PageErrors.NotFound, (await host.SendAsync(Caller.Anonymous, Read)).Error);
        Assert.DoesNotContain(await AddressesAsync(host), a => a == "/pages/about");

        (await host.SendAsync(admin, new PublishPage("about", "en-US", 1))).Done();
        Assert.Equal("We are two.", (await host.SendAsync(Caller.Anonymous, Read)).Required().Body.Split('\n')[^1]);
        Assert.Contains("/pages/about", await AddressesAsync(host));

        (await host.SendAsync(admin, About with { BasedOn = 1, Body = "We are three." })).Required();
        Assert.DoesNotContain("three", (await host.SendAsync(Caller.Anonymous, Read)).Required().Body);
        var line = Assert.Single((await host.SendAsync(admin, new ListPages())).Required().Pages);
        Assert.Equal((2, 1), (line.Newest, line.Shown));

        for (var i = 0; i < 2; i++) (await host.SendAsync(admin, new UnpublishPage("about", "en-US"))).Done();
        Assert.Equal(PageErrors.NotFound, (await host.SendAsync(Caller.Anonymous, Read)).Error);
        Assert.Equal(PageErrors.NotFound, (await host.SendAsync(admin, new UnpublishPage("about", "de-DE"))).Error);
        Assert.Equal(PageErrors.NotFound, (await host.SendAsync(admin, new PublishPage("about", "en-US", 9))).Error);
        Assert.Equal(
            ["page.published", "page.saved", "page.saved", "page.unpublished"],
            (await host.SendAsync(admin, new ListAudit("page."))).Required().Items.Select(a => a.Action).Order());
    }

    [Fact]
    public async Task The_history_says_who_wrote_what_and_an_old_text_comes_back_as_a_new_revision()
    {
        await using var host = await TestHost.StartAsync();
        var (owner, other) = (await host.AdminAsync(), await host.AdminAsync(AdminRole.Operations));
        (await host.SendAsync(owner, About with { Publish = true })).Required();
        (await host.SendAsync(other, About with { BasedOn = 1, Title = "Us", Body = "# Hello\n\nWe are many." })).Required();

        var view = (await host.SendAsync(owner, new GetPageRevision("about", "en-US", 2))).Required();
        Assert.Equal(("Us", "About us"), (view.Title, view.TitleBefore));
        Assert.Contains(new DiffLine(DiffKind.Gone, "We are two."), view.Lines);
        Assert.Contains(new DiffLine(DiffKind.New, "We are many."), view.Lines);
        Assert.Null((await host.SendAsync(owner, new GetPageRevision("about", "en-US", 1))).Required().TitleBefore);
        Assert.Equal(PageErrors.NotFound, (await host.SendAsync(owner, new GetPageRevision("about", "en-US", 3))).Error);

        Assert.Equal(PageErrors.Changed, (await host.SendAsync(owner, new RestorePage("about", "en-US", 1, 1))).Error);
        Assert.Equal(PageErrors.NotFound, (await host.SendAsync(owner, new RestorePage("about", "en-US", 7, 2))).Error);
        Assert.Equal(3, (await host.SendAsync(owner, new RestorePage("about", "en-US", 1, 2))).Required());
        var draft = (await host.SendAsync(owner, new GetPageDraft("about", "en-US"))).Required();
        Assert.Equal(("About us", 3, 1), (draft.Title, draft.Number, draft.Shown));
        Assert.Equal([3, 2, 1], draft.Revisions.Select(r => r.Number));
        Assert.NotEqual(draft.Revisions[0].By, draft.Revisions[1].By);
        await Assert.ThrowsAnyAsync<Exception>(() => host.WithPlatformAsync(db =>
            db.PageRevisions.ExecuteUpdateAsync(r => r.SetProperty(p => p.Title, "Forged"))));
    }

    [Fact]
    public async Task Two_who_edit_the_same_revision_do_not_overwrite_each_other()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        (await host.SendAsync(admin, About)).Required();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(i =>
            host.SendAsync(admin, About with { BasedOn = 1, Body = $"Version of {i}" })));

        Assert.Single(both, r => r.Ok);
        Assert.Equal(PageErrors.Changed, Assert.Single(both, r => !r.Ok).Error);
        Assert.Equal(PageErrors.Exists.Code, (await host.SendAsync(admin, About)).Error?.Code);
    }

    [Fact]
    public async Task Whoever_publishes_or_arranges_at_once_with_another_is_told_and_nothing_breaks()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        (await host.SendAsync(admin, About)).Required();

        var published = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.SendAsync(admin, new PublishPage("about", "en-US", 1))));
        var arranged = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.SendAsync(admin, new ArrangeFooter(["about"]))));

        Assert.Contains(published, r => r.Ok);
        Assert.All(published, r => Assert.True(r.Ok || r.Error == PageErrors.Changed));
        Assert.Contains(arranged, r => r.Ok);
        Assert.All(arranged, r => Assert.True(r.Ok || r.Error.Code == "home.changed"));
        Assert.True((await host.SendAsync(Caller.Anonymous, Read)).Ok);
        Assert.Single((await host.SendAsync(Caller.Anonymous, new GetFooter())).Required());
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))", "page.bad-link")]
    [InlineData("[a](about)", "page.bad-link")]
    [InlineData("![a](https://example.com/cat.png)", "page.bad-picture")]
    [InlineData("[a](/pages/nowhere#x)", "page.dead-link")]
    [InlineData("", "input.invalid")]
    public async Task A_text_with_a_wrong_link_is_refused_beside_its_field(string body, string code)
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();

        var refused = await host.SendAsync(admin, About with { Body = body });

        Assert.Equal(code, refused.Error?.Code);
        Assert.Contains("Body", refused.Error!.Fields!.Keys);
        (await host.SendAsync(admin, About with { Body = "[a](/pages/about) [b](/pages/terms) ![c](/media/x/960.webp)" })).Required();
    }

    [Fact]
    public async Task Addresses_of_legal_texts_and_languages_nobody_speaks_are_refused()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();

        Assert.Equal(PageErrors.Reserved, (await host.SendAsync(admin, About with { Slug = "imprint" })).Error);
        Assert.Equal(PageErrors.NoLanguage, (await host.SendAsync(admin, About with { Locale = "tlh" })).Error);
        Assert.Equal("input.invalid", (await host.SendAsync(admin, About with { Slug = "Über uns" })).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(admin, About with { Title = "" })).Error?.Code);
    }

    [Fact]
    public async Task A_page_is_read_in_the_readers_language_and_the_footer_names_it_so()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        (await host.SendAsync(admin, About with { Publish = true })).Required();
        (await host.SendAsync(admin, About with { Locale = "de-DE", Title = "Über uns", Publish = true })).Required();
        (await host.SendAsync(admin, About with { Slug = "help", Title = "Help", Publish = true })).Required();
        (await host.SendAsync(admin, About with { Slug = "draft" })).Required();

        Assert.Equal("Über uns", (await host.SendAsync(Caller.Anonymous, new GetPage("about", "de-AT"))).Required().Title);
        Assert.Equal("About us", (await host.SendAsync(Caller.Anonymous, new GetPage("about", "en-US"))).Required().Title);
        Assert.Equal("Help", (await host.SendAsync(Caller.Anonymous, new GetPage("help", "de-DE"))).Required().Title);

        Assert.Equal(PageErrors.NotInFooter.Code, (await host.SendAsync(admin, new ArrangeFooter(["draft"]))).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(admin, new ArrangeFooter(["help", "help"]))).Error?.Code);
        (await host.SendAsync(admin, new ArrangeFooter(["help", "about"]))).Done();
        var footer = (await host.SendAsync(Caller.Anonymous, new GetFooter())).Required();
        Assert.Equal(["help", "about"], footer.Select(f => f.Slug));
        Assert.Equal("Über uns", footer[1].Titles["de-DE"]);
        (await host.SendAsync(admin, new UnpublishPage("help", "en-US"))).Done();
        Assert.Equal("about", Assert.Single((await host.SendAsync(Caller.Anonymous, new GetFooter())).Required()).Slug);
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(TestHost host) =>
        [.. (await host.SendAsync(Caller.Anonymous, new ListAddresses())).Required().Select(a => a.Path)];
}
