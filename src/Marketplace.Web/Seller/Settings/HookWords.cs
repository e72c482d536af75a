using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Settings;

/// <summary>Events, and why a delivery failed, as a seller would say them.</summary>
public static class HookWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [HookEvents.OrderPlaced] = "An order comes in", [HookEvents.OrderCancelled] = "Something of an order is cancelled",
        [HookEvents.CancellationRequested] = "A buyer asks to cancel", [HookEvents.OrderShipped] = "A parcel is on its way",
        [HookEvents.OrderDelivered] = "An order has arrived", [HookEvents.OrderRefunded] = "A buyer is paid back",
        [HookEvents.TransferMade] = "Your share of an order is transferred",
        [HookEvents.ListingPublished] = "Buyers see a listing, or see it changed",
        [HookEvents.ListingHidden] = "Buyers no longer see a listing", [HookEvents.ReviewReceived] = "A buyer reviews something",
        [HookEvents.QuestionReceived] = "Somebody asks about a listing", [HookEvents.MessageReceived] = "A buyer writes to you",
        [HookEvents.Test] = "A try",
    };

    public static string Of(string type, IStringLocalizer<Words> words) =>
        Known.TryGetValue(type, out var known) ? words[known] : type;

    public static string Of(HookAttempt attempt, IStringLocalizer<Words> words) => attempt.Failure switch
    {
        HookFailure.ClosedAddress => words["The name leads to a private address; we only send to the open internet."],
        HookFailure.Unreachable => words["Nothing answered at this address."],
        HookFailure.TooSlow => words["It took longer than ten seconds to answer."],
        HookFailure.NoSecret => words["Its secret is lost on our side. Make a new one."],
        null => words["It answered {0}.", attempt.Status ?? 0],
    };
}
