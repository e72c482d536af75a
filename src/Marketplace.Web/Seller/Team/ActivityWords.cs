using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Team;

/// <summary>The audit log's actions as a seller would say them.</summary>
public static class ActivityWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["team.invited"] = "Invited somebody to the team", ["team.joined"] = "Joined the team",
        ["team.left"] = "Left the team", ["team.removed"] = "Removed somebody from the team",
        ["team.role-changed"] = "Changed a role", ["team.invitation-withdrawn"] = "Withdrew an invitation",
        ["seller.applied"] = "Applied to sell here", ["seller.profile-changed"] = "Changed the shop's details",
        ["seller.terms-accepted"] = "Accepted the terms for shops", ["seller.terms-agreed"] = "Agreed terms with you",
        ["seller.view-began"] = "Began to look at your shop as you see it",
        ["seller.view-ended"] = "Stopped looking at your shop",
        ["domain.claimed"] = "Claimed a domain", ["domain.proven"] = "Proved a domain", ["domain.dropped"] = "Gave up a domain",
        ["hook.added"] = "Added a webhook", ["hook.changed"] = "Changed a webhook", ["hook.removed"] = "Removed a webhook",
        ["hook.switched-on"] = "Switched a webhook on", ["hook.switched-off"] = "Switched a webhook off",
        ["hook.secret-changed"] = "Made a webhook a new secret",
        ["order.cancelled"] = "Cancelled an order", ["order.refund"] = "Gave money back to a buyer",
        ["transfer.retried"] = "Tried a transfer to you again",
    };

    public static string Of(string action, IStringLocalizer<Words> words) =>
        Known.TryGetValue(action, out var known) ? words[known]
        : action.StartsWith("seller.", StringComparison.Ordinal) ? words["Changed where your shop stands"]
        : words["Changed something that concerns your shop"];

    /// <summary>Reasons and names; elsewhere the log keeps what only the platform's own people read.</summary>
    public static bool ShowsDetail(string action) =>
        action.StartsWith("team.", StringComparison.Ordinal) || action.StartsWith("seller.view-", StringComparison.Ordinal)
        || action.StartsWith("domain.", StringComparison.Ordinal)
        || action.StartsWith("hook.", StringComparison.Ordinal);
}
