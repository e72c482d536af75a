using Marketplace.Kernel.Results;

namespace Marketplace.Accounts.Sellers.Contracts;

public static class SellerErrors
{
    public static readonly Error NotFound = Error.NotFound("seller.not-found", "There is no such seller.");

    public static readonly Error SlugTaken = Error.InvalidField(
        "seller.slug-taken", "Slug", "Another shop has this address. Choose a different one.");

    public static readonly Error SlugNotAllowed = Error.InvalidField(
        "seller.slug-not-allowed", "Slug",
        "Use 3 to 40 small letters, digits and hyphens; some words are kept for the platform.");

    public static readonly Error CountryNotServed = Error.InvalidField(
        "seller.country-not-served", "Country", "The marketplace does not take sellers from this country yet.");

    public static readonly Error TooMany = Error.Refused(
        "seller.too-many", "You have five shops or applications already. Write to us if you need more.");

    public static readonly Error PaleColour = Error.InvalidField(
        "seller.pale-colour", "BrandColour",
        "White text on this colour cannot be read by everybody (contrast below 4.5 to 1). Choose a darker one.");

    public static readonly Error OldTerms = Error.Conflict(
        "seller.old-terms", "The terms have changed meanwhile. Read the new version, then accept it.");

    public static readonly Error NotTraceable = Error.Refused(
        "seller.not-traceable",
        "Say first who you are, under Settings, Business details: the law lets nothing be offered before buyers can know it.");

    public static readonly Error PrivateNotTaken = Error.InvalidField(
        "seller.private-not-taken", "Kind", "This marketplace is for businesses; private persons cannot sell here.");

    public static readonly Error NoRegister = Error.InvalidField(
        "seller.no-register", "RegisterNumber", "A company stands in a register: name it, with the number there.");

    public static readonly Error VatDigit = Error.InvalidField(
        "seller.vat-digit", "VatId", "The check digit does not fit: one digit is wrong, or two have changed places.");

    public static readonly Error VatUnknownForm = Error.InvalidField(
        "seller.vat-unknown-form", "VatId", "Letters and digits, at most 20.");

    public static Error VatForm(string example) => Error.InvalidField(
        "seller.vat-form", "VatId", $"A VAT id of this country looks like {example}.");

    public static readonly Error WrongState = Error.Conflict(
        "seller.wrong-state", "The shop's state has changed meanwhile and does not allow this. Load the page again.");

    public static readonly Error NoSuchDomain = Error.NotFound("domain.not-found", "There is no such domain.");

    public static readonly Error DomainNotProven = Error.Refused(
        "domain.not-proven", "The DNS record was not found yet. New records may take some minutes to be seen.");

    public static readonly Error DomainTaken = Error.Conflict(
        "domain.taken", "Another shop has proven that this domain is its own.");

    public static readonly Error TooManyDomains = Error.Refused("domain.too-many", "A shop has at most five domains.");

    public static readonly Error DnsSilent = Error.Unavailable(
        "domain.dns-silent", "The name servers do not answer. Try again in some minutes.");

    /// <param name="open">Keys of what is still missing.</param>
    public static Error ChecklistOpen(IEnumerable<string> open) => Error.Refused(
        "seller.checklist-open", "Some points of the checklist are still open: " + string.Join(", ", open) + ".");
}
