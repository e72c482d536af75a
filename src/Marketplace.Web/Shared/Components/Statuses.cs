using System.Text.RegularExpressions;

namespace Marketplace.Web.Shared.Components;

/// <summary>
/// The one place that says every state in one word and one tone. A state is the enum member's name in kebab case,
/// after its axis where one word means different things (<c>listing:draft</c>, <c>money:held</c>).
/// </summary>
public static partial class Statuses
{
    private static readonly Dictionary<string, (string Word, Tone Tone)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["new"] = ("New", Tone.Info), ["placed"] = ("New", Tone.Info), ["accepted"] = ("To ship", Tone.Warn),
        ["to-ship"] = ("To ship", Tone.Warn), ["ship-today"] = ("Ship today", Tone.Bad), ["late"] = ("Late", Tone.Bad),
        ["part-shipped"] = ("Part shipped", Tone.Warn), ["shipped"] = ("On its way", Tone.Good),
        ["in-transit"] = ("On its way", Tone.Info), ["delivered"] = ("Delivered", Tone.Good),
        ["cancelled"] = ("Cancelled", Tone.Plain), ["expired"] = ("Expired", Tone.Plain),

        ["buyer:placed"] = ("Ordered", Tone.Info), ["buyer:accepted"] = ("Being packed", Tone.Info),
        ["buyer:part-shipped"] = ("Partly on its way", Tone.Info), ["buyer:shipped"] = ("On its way", Tone.Info),
        ["order:placed"] = ("Placed", Tone.Good), ["order:awaiting-payment"] = ("At the payment page", Tone.Info),
        ["order:review"] = ("In review", Tone.Bad), ["order:refunded"] = ("Given back", Tone.Warn),
        ["money:refunded"] = ("Refunded", Tone.Plain),

        ["money:held"] = ("Held", Tone.Warn), ["money:payable"] = ("Payable", Tone.Info),
        ["money:transferred"] = ("Transferred", Tone.Good), ["money:paid-out"] = ("Paid out", Tone.Good),
        ["money:none"] = ("Nothing", Tone.Plain),

        ["issue:none"] = ("No issue", Tone.Plain), ["issue:return"] = ("Return", Tone.Warn),
        ["issue:case"] = ("Case", Tone.Bad), ["issue:dispute"] = ("Dispute", Tone.Bad),

        ["draft"] = ("Draft", Tone.Plain), ["in-review"] = ("In review", Tone.Info), ["submitted"] = ("In review", Tone.Info),
        ["active"] = ("Active", Tone.Good), ["inactive"] = ("Inactive", Tone.Plain), ["out-of-stock"] = ("Out of stock", Tone.Warn),
        ["low"] = ("Low", Tone.Warn), ["in-stock"] = ("In stock", Tone.Good), ["suppressed"] = ("Suppressed", Tone.Bad),
        ["scheduled"] = ("Scheduled", Tone.Info), ["archived"] = ("Archived", Tone.Plain),

        ["applied"] = ("Applied", Tone.Info), ["approved"] = ("Approved", Tone.Good), ["rejected"] = ("Rejected", Tone.Bad),
        ["changes-requested"] = ("Changes asked", Tone.Warn), ["suspended"] = ("Suspended", Tone.Bad),
        ["terminated"] = ("Closed", Tone.Plain), ["closed"] = ("Closed", Tone.Plain), ["vacation"] = ("On holiday", Tone.Warn),
        ["open"] = ("Open", Tone.Info), ["invited"] = ("Invited", Tone.Info), ["waived"] = ("Waived", Tone.Plain),
        ["missing"] = ("Missing", Tone.Warn), ["met"] = ("Done", Tone.Good), ["done"] = ("Done", Tone.Good),

        ["requested"] = ("Asked", Tone.Warn), ["awaiting-goods"] = ("Coming back", Tone.Info), ["received"] = ("Received", Tone.Info),
        ["refunded"] = ("Refunded", Tone.Good), ["part-refunded"] = ("Part refunded", Tone.Warn), ["replaced"] = ("Replaced", Tone.Good),
        ["escalated"] = ("Escalated", Tone.Bad), ["needs-response"] = ("Needs answer", Tone.Bad),
        ["under-review"] = ("Under review", Tone.Info),
        ["resolved"] = ("Resolved", Tone.Good), ["won"] = ("Won", Tone.Good), ["lost"] = ("Lost", Tone.Bad),
        ["appealed"] = ("Appealed", Tone.Info), ["withdrawn"] = ("Withdrawn", Tone.Plain),

        ["pending"] = ("Pending", Tone.Warn), ["processing"] = ("Processing", Tone.Info), ["paid"] = ("Paid", Tone.Good),
        ["unpaid"] = ("Unpaid", Tone.Warn), ["failed"] = ("Failed", Tone.Bad), ["reversed"] = ("Reversed", Tone.Bad),
        ["queued"] = ("Queued", Tone.Plain), ["running"] = ("Running", Tone.Info), ["succeeded"] = ("Done", Tone.Good),
        ["sent"] = ("Sent", Tone.Good), ["retrying"] = ("Retrying", Tone.Warn), ["dead"] = ("Stuck", Tone.Bad),
        ["verified"] = ("Verified", Tone.Good), ["unverified"] = ("Unverified", Tone.Warn), ["enabled"] = ("On", Tone.Good),
        ["disabled"] = ("Off", Tone.Plain), ["mail:waiting"] = ("Waiting", Tone.Info), ["mail:dead"] = ("Given up", Tone.Bad),
        ["event:waiting"] = ("Waiting", Tone.Info), ["event:ignored"] = ("Not for us", Tone.Plain),
        ["call:new"] = ("Waiting", Tone.Warn), ["call:failed"] = ("Refused", Tone.Bad), ["applying"] = ("Applying", Tone.Plain),
        ["check:holds"] = ("Holds", Tone.Good), ["check:broken"] = ("Broken", Tone.Bad), ["check:never"] = ("Not yet checked", Tone.Plain),
        ["job:ok"] = ("Fine", Tone.Good), ["job:failed"] = ("Failed", Tone.Bad), ["job:never"] = ("Not yet run", Tone.Plain),
        ["seller:approved"] = ("Open", Tone.Good), ["person:disabled"] = ("Blocked", Tone.Bad),
        ["import:columns"] = ("Columns to check", Tone.Warn), ["import:checking"] = ("Being checked", Tone.Info),
        ["import:ready"] = ("Waits for your yes", Tone.Warn), ["import:running"] = ("Being imported", Tone.Info),
        ["import:done"] = ("Imported", Tone.Good), ["import:undoing"] = ("Being undone", Tone.Info),
        ["import:undone"] = ("Undone", Tone.Plain), ["import:failed"] = ("Cannot be read", Tone.Bad),
        ["import:new"] = ("New", Tone.Info), ["import:changed"] = ("Changes", Tone.Warn),
        ["import:unchanged"] = ("As it is", Tone.Plain), ["import:error"] = ("To mend", Tone.Bad),
        ["import:applied"] = ("Imported", Tone.Good), ["import:refused"] = ("Refused", Tone.Bad),
        ["import:kept"] = ("Left as it is", Tone.Warn),
        ["submission:waiting"] = ("Being looked at", Tone.Info), ["submission:approved"] = ("Approved", Tone.Good),
        ["submission:rejected"] = ("To mend", Tone.Bad), ["submission:taken-down"] = ("Taken off sale", Tone.Bad),
        ["hook:on"] = ("Works", Tone.Good), ["hook:off"] = ("Off", Tone.Plain), ["hook:failed"] = ("Switched off by us", Tone.Bad),
        ["hook-delivery:waiting"] = ("Waiting", Tone.Info), ["hook-delivery:delivered"] = ("Got through", Tone.Good),
        ["hook-delivery:given-up"] = ("Given up", Tone.Bad),
        ["published"] = ("Published", Tone.Good), ["hidden"] = ("Hidden", Tone.Plain),
        ["for-some"] = ("On for some", Tone.Warn), ["newer-draft"] = ("Newer draft", Tone.Warn),
    };

    public static (string Word, Tone Tone) Of(string state)
    {
        var key = Kebab(state);
        if (Known.TryGetValue(key, out var known))
        {
            return known;
        }

        var word = key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return Known.TryGetValue(word, out known)
            ? known
            : (char.ToUpperInvariant(word[0]) + word[1..].Replace('-', ' '), Tone.Plain);
    }

    public static bool Knows(string state) => Known.ContainsKey(Kebab(state));

    private static string Kebab(string state) => Hump().Replace(state, "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Hump();
}
