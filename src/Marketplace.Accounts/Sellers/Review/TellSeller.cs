using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>Mails a seller's owners about a decision, with its reason.</summary>
[Internal]
public sealed record TellSeller(string TenantId, SellerNews News, string Reason, long SellerVersion)
    : ICommand<Result>, IPlatformTransaction;

public enum SellerNews
{
    Applied,
    Submitted,
    Approved,
    ChangesRequested,
    Rejected,
    Suspended,
    Reopened,
}

internal sealed class WhenSellerMoved : IConsume<SellerApplied>, IConsume<SellerSubmitted>, IConsume<SellerApproved>,
    IConsume<SellerChangesRequested>, IConsume<SellerRejected>, IConsume<SellerSuspended>, IConsume<SellerReopened>
{
    public IEnumerable<ICommand<Result>> On(SellerApplied happened) => Tell(happened.TenantId, SellerNews.Applied, happened.Version);

    public IEnumerable<ICommand<Result>> On(SellerSubmitted happened) =>
        Tell(happened.TenantId, SellerNews.Submitted, happened.Version);

    public IEnumerable<ICommand<Result>> On(SellerApproved happened) =>
        Tell(happened.TenantId, SellerNews.Approved, happened.Version);

    public IEnumerable<ICommand<Result>> On(SellerChangesRequested happened) =>
        Tell(happened.TenantId, SellerNews.ChangesRequested, happened.Version, happened.Reason);

    public IEnumerable<ICommand<Result>> On(SellerRejected happened) =>
        Tell(happened.TenantId, SellerNews.Rejected, happened.Version, happened.Reason);

    public IEnumerable<ICommand<Result>> On(SellerSuspended happened) =>
        Tell(happened.TenantId, SellerNews.Suspended, happened.Version, happened.Reason);

    public IEnumerable<ICommand<Result>> On(SellerReopened happened) =>
        Tell(happened.TenantId, SellerNews.Reopened, happened.Version, happened.Reason);

    private static TellSeller[] Tell(string tenantId, SellerNews news, long version, string reason = "") =>
        [new TellSeller(tenantId, news, reason, version)];
}

internal sealed class TellSellerHandler(PlatformDb db, ISender sender) : ICommandHandler<TellSeller, Result>
{
    public async ValueTask<Result> Handle(TellSeller command, CancellationToken cancellationToken)
    {
        var seller = await db.Sellers.AsNoTracking().SingleAsync(s => s.Id == command.TenantId, cancellationToken);
        return await sender.Send(
            new MailOwners(
                seller.Id, $"seller/{command.News}/{seller.Id}/{command.SellerVersion}", Text(seller, command.News, command.Reason)),
            cancellationToken);
    }

    private static MailText Text(Seller seller, SellerNews news, string reason)
    {
        var steps = new MailLink("Go on with the checklist", $"/seller/{seller.Slug}/onboarding");
        var home = new MailLink("Open your dashboard", $"/seller/{seller.Slug}");
        return news switch
        {
            SellerNews.Applied => new MailText(
                $"Welcome, {seller.Name}", "Your shop has a place",
                ["You can prepare everything now: who you are, how you ship, what you sell. When the checklist is done, "
                    + "we take a look and open the shop."], steps),
            SellerNews.Submitted => new MailText(
                $"{seller.Name} is with us for review", "We are looking at your shop",
                ["This takes one or two working days. You can go on preparing listings meanwhile."], home),
            SellerNews.Approved => new MailText(
                $"{seller.Name} is open", "Your shop is open",
                ["We have looked at everything and opened your shop. Published listings can be bought from now on."], home),
            SellerNews.ChangesRequested => new MailText(
                $"{seller.Name}: one more thing before we open", "Please change something",
                ["Before we open your shop, we ask you to change this:", reason], steps),
            SellerNews.Rejected => new MailText(
                $"Your application for {seller.Name}", "We cannot open this shop",
                ["We have looked at your application and cannot accept it. The reason:", reason],
                Note: "If you think that this is wrong, answer this mail within six months; a person will look again."),
            SellerNews.Suspended => new MailText(
                $"{seller.Name} is suspended", "Your shop is suspended",
                ["Your listings are not shown or sold at present. Orders that you have are still yours to ship. "
                    + "The reason:", reason], home,
                Note: "If you think that this is wrong, answer this mail within six months; a person will look again."),
            SellerNews.Reopened => new MailText(
                $"{seller.Name} is open again", "Your shop is open again", ["Your listings are shown and sold again.", reason],
                home),
        };
    }
}
