using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Marketplace.Tests.Accounts.Sellers.Review;

public sealed class ReviewTests
{
    private const string Reason = "The imprint names another company.";

    [Fact]
    public async Task From_checklist_to_an_open_shop()
    {
        await using var host = await StartAsync();
        var (shop, admin) = (await host.ApplicationAsync("kiln", "ana"), await host.AdminAsync());

        var early = await host.SendAsync(shop, new SubmitForReview());
        await FillAsync(host, shop);
        var ready = (await host.SendAsync(shop, new GetOnboarding())).Required();
        (await host.SendAsync(shop, new SubmitForReview())).Done();
        (await host.SendAsync(admin, new RequestChanges(shop.TenantId!, Reason))).Done();
        var asked = (await host.SendAsync(shop, new GetOnboarding())).Required();
        (await host.SendAsync(shop, new SubmitForReview())).Done();
        (await host.SendAsync(admin, new ApproveSeller(shop.TenantId!))).Done();

        Assert.Equal("seller.checklist-open", early.Error?.Code);
        Assert.Equal([SellerRequirements.Profile, SellerRequirements.Address, SellerRequirements.Terms], ready.Checklist.Select(c => c.Key));
        Assert.True(ready.MaySubmit);
        Assert.Equal((SellerState.ChangesRequested, Reason, true), (asked.State, asked.Reason, asked.MaySubmit));
        Assert.True((await host.SendAsync(Caller.Anonymous, new GetSellerPublic("kiln"))).Ok);
        Assert.Equal(
            [
                "Kiln is open", "Kiln is with us for review", "Kiln is with us for review",
                "Kiln: one more thing before we open", "Welcome, Kiln",
            ],
            (await host.MailsToAsync("ana@example.com")).Select(m => m.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_suspended_shop_vanishes_at_once_and_comes_back_when_reopened()
    {
        await using var host = await StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        var store = host.Services.GetRequiredService<IMultiTenantStore>();
        Assert.Equal(TenantState.Open, (await store.GetByIdentifierAsync("kiln"))!.State);

        (await host.SendAsync(admin, new SuspendSeller(shop.TenantId!, Reason))).Done();
        var hidden = await host.SendAsync(Caller.Anonymous, new GetSellerPublic("kiln"));
        var state = (await store.GetByIdentifierAsync("kiln"))!.State;
        (await host.SendAsync(admin, new ReopenSeller(shop.TenantId!, "The imprint is right now."))).Done();

        Assert.Equal("seller.not-found", hidden.Error?.Code);
        Assert.Equal(TenantState.Suspended, state);
        Assert.True((await host.SendAsync(Caller.Anonymous, new GetSellerPublic("kiln"))).Ok);
        var mails = await host.MailsToAsync("ana@example.com");
        Assert.Contains(mails, m => m.Subject == "Kiln is suspended" && m.Text.Contains(Reason) && m.Html.Contains(Reason));
        Assert.Contains(mails, m => m.Subject == "Kiln is open again");
        var history = (await host.SendAsync(admin, new GetSeller(shop.TenantId!))).Required().History;
        Assert.Contains(history, h => h.Action == "seller.suspended" && h.Detail.Contains(Reason) && h.Actor == admin.PersonId);
    }

    [Fact]
    public async Task A_rejected_application_is_told_why_and_stays_rejected()
    {
        await using var host = await StartAsync();
        var (shop, admin) = (await host.ApplicationAsync("kiln", "ana"), await host.AdminAsync());
        await FillAsync(host, shop);
        (await host.SendAsync(shop, new SubmitForReview())).Done();

        (await host.SendAsync(admin, new RejectSeller(shop.TenantId!, Reason))).Done();
        var again = await host.SendAsync(shop, new SubmitForReview());
        var approved = await host.SendAsync(admin, new ApproveSeller(shop.TenantId!));

        Assert.Equal("seller.wrong-state", again.Error?.Code);
        Assert.Equal("seller.wrong-state", approved.Error?.Code);
        Assert.Contains(await host.MailsToAsync("ana@example.com"), m => m.Text.Contains(Reason));
    }

    [Fact]
    public async Task A_decision_that_does_not_fit_the_state_is_refused_and_changes_nothing()
    {
        await using var host = await StartAsync();
        var (applying, open, admin) = (await host.ApplicationAsync("kiln", "ana"), await host.ShopAsync("loom", "bo"), await host.AdminAsync());

        Error?[] errors =
        [
            (await host.SendAsync(admin, new ApproveSeller(applying.TenantId!))).Error,
            (await host.SendAsync(admin, new RequestChanges(applying.TenantId!, Reason))).Error,
            (await host.SendAsync(admin, new RejectSeller(open.TenantId!, Reason))).Error,
            (await host.SendAsync(admin, new SuspendSeller(applying.TenantId!, Reason))).Error,
            (await host.SendAsync(admin, new ReopenSeller(open.TenantId!, Reason))).Error,
            (await host.SendAsync(admin, new ReopenSeller(applying.TenantId!, Reason))).Error,
        ];

        Assert.All(errors, e => Assert.Equal("seller.wrong-state", e?.Code));
        Assert.Equal(SellerState.Applying, (await host.SendAsync(applying, new GetOnboarding())).Required().State);
    }

    [Fact]
    public async Task A_shop_in_review_is_not_opened_past_its_checklist()
    {
        await using var host = await StartAsync();
        var (shop, admin) = (await host.ApplicationAsync("kiln", "ana"), await host.AdminAsync());
        await FillAsync(host, shop);
        (await host.SendAsync(shop, new SubmitForReview())).Done();
        (await host.SendAsync(shop, new UpdateProfile("Kiln", "", "", ""))).Done();

        var approved = await host.SendAsync(admin, new ApproveSeller(shop.TenantId!));
        var reopened = await host.SendAsync(admin, new ReopenSeller(shop.TenantId!, Reason));

        Assert.Equal("seller.checklist-open", approved.Error?.Code);
        Assert.Equal("seller.wrong-state", reopened.Error?.Code);
    }

    [Fact]
    public async Task A_decision_needs_a_reason_and_a_seller()
    {
        await using var host = await StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());

        var bare = await host.SendAsync(admin, new SuspendSeller(shop.TenantId!, "no"));
        var nobody = await host.SendAsync(admin, new SuspendSeller("nobody", Reason));
        var unknown = await host.SendAsync(admin, new GetSeller("nobody"));
        var approve = await host.SendAsync(admin, new ApproveSeller("nobody"));
        var agree = await host.SendAsync(admin, new AgreeTerms("nobody", 900, null));

        Assert.Equal("input.invalid", bare.Error?.Code);
        Assert.All([nobody.Error, unknown.Error, approve.Error, agree.Error], e => Assert.Equal("seller.not-found", e?.Code));
    }

    [Fact]
    public async Task The_console_lists_by_state_and_name_page_by_page()
    {
        await using var host = await StartAsync();
        var admin = await host.AdminAsync();
        for (var i = 0; i < 52; i++)
        {
            await host.ApplicationAsync($"shop-{i:00}", "ana");
            host.Clock.Advance(TimeSpan.FromMilliseconds(2));
        }

        await host.ShopAsync("kiln", "bo");
        var first = (await host.SendAsync(admin, new ListSellers(SellerState.Applying))).Required();
        var second = (await host.SendAsync(admin, new ListSellers(SellerState.Applying, After: first.Page.Next))).Required();
        var byName = (await host.SendAsync(admin, new ListSellers(Search: "kil"))).Required();

        Assert.Equal((50, 2, null), (first.Page.Items.Count, second.Page.Items.Count, second.Page.Next));
        Assert.Empty(first.Page.Items.Select(s => s.TenantId).Intersect(second.Page.Items.Select(s => s.TenantId)));
        Assert.Equal((52, 1), (first.InState[SellerState.Applying], first.InState[SellerState.Approved]));
        Assert.Equal("kiln", Assert.Single(byName.Page.Items).Slug);
    }

    [Fact]
    public async Task What_is_agreed_with_one_seller_reaches_the_other_contexts()
    {
        await using var host = await StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());

        (await host.SendAsync(admin, new AgreeTerms(shop.TenantId!, 850, 3))).Done();
        var tooMuch = await host.SendAsync(admin, new AgreeTerms(shop.TenantId!, 9000, 3));

        var info = (await host.SendAsync(Caller.System, new GetSellers([shop.TenantId!]))).Required()[0];
        Assert.Equal((850, 3, true), (info.CommissionBps, info.HoldDays, info.IsOpen));
        Assert.Equal("input.invalid", tooMuch.Error?.Code);
    }

    [Fact]
    public async Task Points_asked_for_are_open_again_with_the_words_beside_them_until_they_are_changed()
    {
        await using var host = await StartAsync();
        var (shop, admin) = (await host.ApplicationAsync("kiln", "ana"), await host.AdminAsync());
        await FillAsync(host, shop);
        (await NextAsync(host, shop, new SubmitForReview("The kiln is new."))).Done();
        string[] steps = [SellerRequirements.Profile, SellerRequirements.Address];

        (await NextAsync(host, admin, new RequestChanges(shop.TenantId!, Reason, steps))).Done();
        var asked = (await host.SendAsync(shop, new GetOnboarding())).Required();
        var early = await host.SendAsync(shop, new SubmitForReview());
        (await NextAsync(host, shop, new MarkStepChanged(SellerRequirements.Profile))).Done();
        var twice = await NextAsync(host, shop, new MarkStepChanged(SellerRequirements.Profile));
        var half = (await host.SendAsync(shop, new GetOnboarding())).Required();
        (await NextAsync(host, shop, new MarkStepChanged(SellerRequirements.Address))).Done();
        (await NextAsync(host, shop, new SubmitForReview("Both are changed."))).Done();
        (await NextAsync(host, admin, new ApproveSeller(shop.TenantId!))).Done();

        Assert.Equal(steps, asked.Checklist.Where(c => c.Asked == Reason).Select(c => c.Key));
        Assert.False(asked.MaySubmit);
        Assert.Equal("seller.checklist-open", early.Error?.Code);
        Assert.Equal("seller.step-not-asked", twice.Error?.Code);
        Assert.Equal([SellerRequirements.Address], half.Checklist.Where(c => !c.IsDone).Select(c => c.Key));
        var talk = (await host.SendAsync(admin, new GetSeller(shop.TenantId!))).Required().Talk;
        Assert.Equal(
            [
                (ReviewNoteKind.Approved, ""), (ReviewNoteKind.Submitted, "Both are changed."), (ReviewNoteKind.StepChanged, ""),
                (ReviewNoteKind.StepChanged, ""), (ReviewNoteKind.ChangesRequested, Reason), (ReviewNoteKind.Submitted, "The kiln is new."),
            ],
            talk.Select(n => (n.Kind, n.Text)));
        Assert.Equal(["Admin-owner", "Ana"], talk.Select(n => n.Author).Distinct());
    }

    [Fact]
    public async Task Both_sides_write_and_the_other_is_mailed_until_it_is_decided()
    {
        await using var host = await StartAsync();
        var (shop, other, admin) = (await host.ApplicationAsync("kiln", "ana"), await host.ApplicationAsync("loom", "bo"), await host.AdminAsync());

        (await NextAsync(host, shop, new WriteNoteToPlatform("Is a gas kiln fine?"))).Done();
        (await NextAsync(host, admin, new WriteNoteToSeller(shop.TenantId!, "It is."))).Done();
        var wrong = await host.SendAsync(shop, new MarkStepChanged(SellerRequirements.Profile));
        var support = await host.MailsToAsync(new PlatformSettings().SupportEmail);
        var owner = await host.MailsToAsync("ana@example.com");
        await FillAsync(host, shop);
        (await host.SendAsync(shop, new SubmitForReview())).Done();
        (await host.SendAsync(admin, new RejectSeller(shop.TenantId!, Reason))).Done();

        Assert.Equal("seller.step-not-asked", wrong.Error?.Code);
        Assert.Contains("Is a gas kiln fine?", Assert.Single(support).Text);
        Assert.Single(owner, m => m.Subject == "Kiln: a note about your application" && m.Text.Contains("It is."));
        Assert.Empty((await host.SendAsync(other, new GetOnboarding())).Required().Talk);
        Assert.Null((await host.SendAsync(shop, new GetOnboarding())).Required().Talk.First(n => n.ByPlatform).Author);
        Assert.Equal("seller.talk-over", (await host.SendAsync(shop, new WriteNoteToPlatform("Why?"))).Error?.Code);
        Assert.Equal("seller.not-found", (await host.SendAsync(admin, new WriteNoteToSeller("nobody", "Hello"))).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(shop, new WriteNoteToPlatform(" "))).Error?.Code);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_decides()
    {
        await using var host = await StartAsync();
        var (shop, admin) = (await host.ApplicationAsync("kiln", "ana"), await host.AdminAsync());
        await FillAsync(host, shop);
        (await host.SendAsync(shop, new SubmitForReview())).Done();

        var both = await Task.WhenAll(
            Task.Run(() => host.SendAsync(admin, new ApproveSeller(shop.TenantId!))),
            Task.Run(() => host.SendAsync(admin, new RejectSeller(shop.TenantId!, Reason))));

        Assert.Single(both, r => r.Ok);
        Assert.Single(both, r => r.Error?.Code == "seller.wrong-state");
        Assert.Single((await host.MailsToAsync("ana@example.com")), m => m.Subject is "Kiln is open" or "Your application for Kiln");
    }

    [Fact]
    public async Task A_talk_has_an_end()
    {
        await using var host = await StartAsync();
        var shop = await host.ApplicationAsync("kiln", "ana");
        await host.WithPlatformAsync(async db =>
        {
            for (var i = 0; i < 200; i++)
                db.Add(new ReviewNote
                {
                    TenantId = shop.TenantId!, Id = Ids.From("note", $"{i}"),
                    AtUtc = host.Clock.GetUtcNow().UtcDateTime,
                    Actor = "x", ByPlatform = false, Kind = ReviewNoteKind.Word, Text = "More", Steps = [],
                });
            return await db.SaveChangesAsync();
        });

        Assert.Equal("seller.too-many-notes", (await host.SendAsync(shop, new WriteNoteToPlatform("And one more"))).Error?.Code);
    }

    /// <summary>A moment later: no two people write in the same millisecond.</summary>
    private static Task<Result> NextAsync(TestHost host, Caller who, ICommand<Result> command)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        return host.SendAsync(who, command);
    }

    private static async Task FillAsync(TestHost host, Caller shop)
    {
        (await host.SendAsync(shop, new UpdateProfile("Kiln", "Stoneware", "We turn and fire.", "Kassel"))).Done();
        (await host.SendAsync(shop, SellerSettingsTests.Trader)).Done();
    }

    /// <summary>Only this context's points: the others' are tested where they are made.</summary>
    private static Task<TestHost> StartAsync() => TestHost.StartAsync(s =>
    {
        foreach (var other in s.Where(d => d.ServiceType == typeof(ISellerRequirement)
                     && d.ImplementationType!.Assembly != typeof(ISellerRequirement).Assembly).ToList())
            s.Remove(other);
    });
}
