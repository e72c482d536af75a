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
