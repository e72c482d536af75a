using Marketplace.Kernel.Data;

namespace Marketplace.Accounts.Settings.Contracts;

/// <summary>
/// How this platform is run: one row, made by the setup and changed by an admin. Read it through
/// <see cref="ISettings"/>, which holds it for at most a second.
/// </summary>
public sealed class PlatformSettings : IPublishedRow, IVersioned
{
    public const string OnlyId = "platform";

    public string Id { get; init; } = OnlyId;

    /// <summary>The marketplace's name, as pages and mails say it.</summary>
    public string Name { get; set; } = "Marketplace";

    public string SupportEmail { get; set; } = "support@example.com";

    /// <summary>ISO 3166-1 alpha-2; where buyers may live. The first one is the default.</summary>
    public IReadOnlyList<string> Countries { get; set; } = ["US", "DE", "GB", "FR", "JP"];

    /// <summary>The first one is the default.</summary>
    public IReadOnlyList<string> Currencies { get; set; } = ["USD", "EUR", "GBP", "JPY"];

    /// <summary>The first one is the default.</summary>
    public IReadOnlyList<string> Locales { get; set; } = ["en-US", "de-DE"];

    /// <summary>Days between delivery and the seller's money becoming payable.</summary>
    public int HoldDays { get; set; } = 7;

    /// <summary>Hours in which a seller accepts an order, or answers a request to cancel, before it is cancelled.</summary>
    public int AcceptHours { get; set; } = 48;

    /// <summary>Days after the promised shipping day before an order is cancelled.</summary>
    public int ShipGraceDays { get; set; } = 7;

    /// <summary>Days after the expected arrival when an order counts as delivered.</summary>
    public int TransitGraceDays { get; set; } = 3;

    /// <summary>Where the operator has its seat, ISO 3166-1 alpha-2; empty until somebody says it.</summary>
    public string HomeCountry { get; set; } = "";

    /// <summary>
    /// VAT on the commission of sellers in the operator's own country. Sellers elsewhere account for it themselves.
    /// </summary>
    public int CommissionTaxBps { get; set; }

    /// <summary>Whether private persons may sell beside businesses; buyers are told which of them a shop is.</summary>
    public bool TakesPrivateSellers { get; set; }

    /// <summary>Set by the setup; production refuses to start without.</summary>
    public DateTime? SetUpAtUtc { get; set; }

    public long Version { get; set; }
}

/// <summary>A legal text in one version; the newest of a kind counts. Markdown.</summary>
public sealed class LegalText : IPublishedRow, IAppendOnly
{
    public required LegalTextKind Kind { get; init; }
    public required int TextVersion { get; init; }
    public required string Text { get; init; }
    public required DateTime SinceUtc { get; init; }
}

public enum LegalTextKind
{
    /// <summary>What buyers agree to.</summary>
    Terms,
    SellerTerms,
    Privacy,
    Imprint,
}

/// <summary>The settings of now, for every context: at most a second old.</summary>
public interface ISettings
{
    /// <summary>Before the setup: the defaults of <see cref="PlatformSettings"/>.</summary>
    ValueTask<PlatformSettings> GetAsync(CancellationToken cancellation);
}
