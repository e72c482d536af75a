namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>DSA art. 30, CRD art. 6 and 6a: who the contract is with, and how to reach them.</summary>
public sealed class TraderIdentity
{
    /// <summary>Null until the seller has said it.</summary>
    public TraderKind? Kind { get; set; }
    public string LegalName { get; set; } = "";
    public string Line1 { get; set; } = "";
    public string Line2 { get; set; } = "";
    public string City { get; set; } = "";
    public string Region { get; set; } = "";
    public string Postcode { get; set; } = "";
    public string Country { get; set; } = "";
    public string Email { get; set; } = "";
    public string Phone { get; set; } = "";

    /// <summary>Where it is registered, as <c>KVK</c>, and its number there. Companies always are, others may be.</summary>
    public string RegisterName { get; set; } = "";
    public string RegisterNumber { get; set; } = "";
    public string VatId { get; set; } = "";

    /// <summary>Everything that the law wants known before anything is offered.</summary>
    public bool IsComplete => Kind is { } kind
        && this is { LegalName: not "", Line1: not "", City: not "", Postcode: not "", Country: not "", Email: not "", Phone: not "" }
        && (kind != TraderKind.Company || this is { RegisterName: not "", RegisterNumber: not "" });

    /// <summary>A private person is no trader: buyers see who and where, not the door and the telephone.</summary>
    public TraderIdentity ForBuyers() => Kind != TraderKind.Private
        ? this
        : new TraderIdentity { Kind = Kind, LegalName = LegalName, City = City, Country = Country };
}

public enum TraderKind
{
    /// <summary>A legal person or a registered partnership.</summary>
    Company,
    SoleTrader,

    /// <summary>Sells things of their own now and then, where the platform takes that.</summary>
    Private,
}
