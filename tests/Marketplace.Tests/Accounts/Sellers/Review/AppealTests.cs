using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts.Sellers.Review;

public sealed class AppealTests
{
    private const string Reason = "Nothing has been shipped for weeks.";
    private const string Objection = "Everything left in time; here are the numbers.";
    private const string Answer = "The carrier confirms it, we were wrong.";

    [Fact]
    public async Task A_suspended_seller_objects_once_and_is_open_again_when_it_is_granted()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        Assert.Equal("seller.nothing-to-appeal", (await host.SendAsync(shop, new AppealDecision(Objection))).Error?.Code);
        (await host.SendAsync(admin, new SuspendSeller(shop.TenantId!, Reason))).Done();
        Assert.Equal("seller.no-appeal", (await AnswerAsync(grants: true)).Error?.Code);
        var until = (await host.SendAsync(shop, new GetOnboarding())).Required().AppealUntilUtc;
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime + Appeals.Term, until);

        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.SendAsync(shop, new AppealDecision(Objection))).Done();
        Assert.Equal("seller.appeal-made", (await host.SendAsync(shop, new AppealDecision(Objection))).Error?.Code);
        Assert.Null((await host.SendAsync(shop, new GetOnboarding())).Required().AppealUntilUtc);
        var talk = (await host.SendAsync(admin, new GetSeller(shop.TenantId!))).Required().Talk;
        Assert.True(Appeals.IsOpen(talk));
        Assert.Equal(Objection, Appeals.Made(talk)?.Text);
        var queue = (await host.SendAsync(admin, new GetReviewQueue())).Required();
        Assert.Equal((1, host.Clock.GetUtcNow().UtcDateTime), (queue.Appeals, queue.AppealsSinceUtc));
        var waiting = (await host.SendAsync(admin, new ListSellers(Appealing: true))).Required();
        Assert.Equal((shop.TenantId, 1), (Assert.Single(waiting.Page.Items).TenantId, waiting.Appeals));
        Assert.Contains(await host.MailsToAsync("support@example.com"), m => m.Subject == "Kiln objects to a decision" && m.Text.Contains(Objection));

        host.Clock.Advance(TimeSpan.FromDays(1));
        (await AnswerAsync(grants: true)).Done();
        Assert.True((await host.SendAsync(Caller.Anonymous, new GetSellerPublic("kiln"))).Ok);
        Assert.Contains(await host.MailsToAsync("ana@example.com"), m => m.Subject == "Kiln is open again" && m.Text.Contains(Answer));
        Assert.Equal("seller.no-appeal", (await AnswerAsync(grants: false)).Error?.Code);
        Assert.Equal(0, (await host.SendAsync(admin, new GetReviewQueue())).Required().Appeals);

        Task<Result> AnswerAsync(bool grants) => host.SendAsync(admin, new AnswerAppeal(shop.TenantId!, grants, Answer));
    }

    [Fact]
    public async Task Denied_it_stays_and_a_new_decision_can_be_objected_to_anew()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        (await host.SendAsync(admin, new SuspendSeller(shop.TenantId!, Reason))).Done();
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.SendAsync(shop, new AppealDecision(Objection))).Done();
        host.Clock.Advance(TimeSpan.FromDays(1));

        (await host.SendAsync(admin, new AnswerAppeal(shop.TenantId!, Grants: false, "The numbers are of another shop."))).Done();

        Assert.False((await host.SendAsync(Caller.Anonymous, new GetSellerPublic("kiln"))).Ok);
        Assert.Empty((await host.SendAsync(admin, new ListSellers(Appealing: true))).Required().Page.Items);
        Assert.Contains(await host.MailsToAsync("ana@example.com"), m => m.Subject == "Kiln: the answer to your objection");
        Assert.Equal("seller.no-appeal", (await host.SendAsync(admin, new AnswerAppeal(shop.TenantId!, false, Answer))).Error?.Code);
        Assert.Equal("seller.appeal-made", (await host.SendAsync(shop, new AppealDecision(Objection))).Error?.Code);
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.SendAsync(admin, new ReopenSeller(shop.TenantId!, Answer))).Done();
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.SendAsync(admin, new SuspendSeller(shop.TenantId!, Reason))).Done();
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.SendAsync(shop, new AppealDecision(Objection))).Done();
    }

    [Fact]
    public async Task A_rejected_application_comes_back_by_an_appeal_alone_and_only_within_six_months()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        await PutIntoReviewAsync(host);
        (await host.SendAsync(admin, new RejectSeller(shop.TenantId!, Reason))).Done();
        Assert.Equal("seller.wrong-state", (await host.SendAsync(admin, new RequestChanges(shop.TenantId!, Reason))).Error?.Code);
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.SendAsync(shop, new AppealDecision(Objection))).Done();

        (await host.SendAsync(admin, new AnswerAppeal(shop.TenantId!, Grants: true, Answer))).Done();

        Assert.Equal(SellerState.ChangesRequested, (await host.SendAsync(shop, new GetOnboarding())).Required().State);
        await PutIntoReviewAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.SendAsync(admin, new RejectSeller(shop.TenantId!, Reason))).Done();
        host.Clock.Advance(Appeals.Term + TimeSpan.FromMinutes(1));
        Assert.Equal("seller.appeal-late", (await host.SendAsync(shop, new AppealDecision(Objection))).Error?.Code);
        Assert.Null((await host.SendAsync(shop, new GetOnboarding())).Required().AppealUntilUtc);
    }

    [Fact]
    public async Task Two_owners_who_object_at_once_object_once_and_words_are_needed()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        (await host.SendAsync(admin, new SuspendSeller(shop.TenantId!, Reason))).Done();
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("input.invalid", (await host.SendAsync(shop, new AppealDecision("No!"))).Error?.Code);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => host.SendAsync(shop, new AppealDecision(Objection))));

        Assert.Equal("seller.appeal-made", Assert.Single(both, r => !r.Ok).Error?.Code);
        Assert.Equal("seller.not-found", (await host.SendAsync(admin, new AnswerAppeal("nobody", true, Answer))).Error?.Code);
    }

    /// <summary>Past the checklist, which is tested where it belongs.</summary>
    private static Task<int> PutIntoReviewAsync(TestHost host) => host.WithPlatformAsync(db =>
        db.Set<Seller>().ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SellerState.InReview)));
}
