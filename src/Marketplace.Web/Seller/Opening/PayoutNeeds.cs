using Marketplace.Money.Settlement;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Opening;

/// <summary>
/// What Stripe asks for, in words. Its names are paths (<c>individual.verification.document</c>); what matters is what
/// they are about, and several of them are one question to a person.
/// </summary>
internal static class PayoutNeeds
{
    public static IReadOnlyList<string> Words(IEnumerable<string> due, IStringLocalizer<Words> words) =>
        [.. due.Select(name => words[About(name)].Value).Distinct()];

    /// <summary>What does not work at present, and what that means for the money; empty where all is well.</summary>
    public static IReadOnlyList<string> Blocked(PayoutRequirements needs, IStringLocalizer<Words> words)
    {
        var blocked = new List<string>();
        if (!needs.TransfersActive)
            blocked.Add(words[
                "We cannot transfer your share of orders: it stays with us, in your name, and moves by itself once this works."]);
        if (!needs.PayoutsEnabled)
            blocked.Add(words["Stripe does not pay out to your bank: money that was transferred waits in your account there."]);
        return blocked;
    }

    /// <summary>Why Stripe has stopped something, in words; null where it gives no reason.</summary>
    public static string? Why(string? reason, IStringLocalizer<Words> words) => reason switch
    {
        null or "" => null,
        "requirements.past_due" or "action_required.requested_capabilities" => words["Something it asked for is overdue."].Value,
        "requirements.pending_verification" or "under_review" =>
            words["It is checking what you said; this takes minutes, rarely days."].Value,
        "listed" => words["It is checking whether your name stands on a list of people that nobody may pay."].Value,
        "platform_paused" => words["We have paused this account. Write to us."].Value,
        _ when reason.StartsWith("rejected", StringComparison.Ordinal) =>
            words["It does not work with this account. Write to us: we ask why."].Value,
        _ => words["It has stopped this account without a reason that we know. Write to us."].Value,
    };

    private static string About(string name) => name switch
    {
        "external_account" => "A bank account",
        _ when name.StartsWith("tos_acceptance", StringComparison.Ordinal) => "That you accept Stripe's terms",
        _ when name.StartsWith("business_profile", StringComparison.Ordinal) => "What your business does",
        _ when name.Contains("verification.document", StringComparison.Ordinal)
            || name.Contains("verification.additional_document", StringComparison.Ordinal) => "A document that shows who you are",
        _ when name.Contains("tax_id", StringComparison.Ordinal) || name.Contains("vat_id", StringComparison.Ordinal)
            || name.Contains("id_number", StringComparison.Ordinal) => "A tax or identity number",
        _ when name.Contains("address", StringComparison.Ordinal) => "An address",
        _ when name.StartsWith("owners", StringComparison.Ordinal) || name.StartsWith("directors", StringComparison.Ordinal)
            || name.StartsWith("person", StringComparison.Ordinal) => "Who owns and runs the business",
        _ when name.StartsWith("individual", StringComparison.Ordinal) || name.StartsWith("representative", StringComparison.Ordinal)
            || name is "business_type" => "Who you are",
        _ when name.StartsWith("company", StringComparison.Ordinal) => "About your company",
        _ => "One more detail",
    };
}
