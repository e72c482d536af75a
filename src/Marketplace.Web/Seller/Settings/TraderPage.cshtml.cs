using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Market;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Settings;

/// <summary>Who buyers make their contract with.</summary>
public sealed class TraderPage(ISender sender, ISettings settings, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public TraderInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Countries { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public bool IsComplete { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await sender.Send(new GetSellerSettings(), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        var profile = found.Value.Profile;
        (Input, IsComplete) = (TraderInput.From(profile), profile.IsTraceable);
        await ReadChoicesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var saved = await sender.Send(Input.ToMessage(), HttpContext.RequestAborted);
        if (!saved.Ok)
        {
            await ReadChoicesAsync();
            return this.Again(saved.Error);
        }

        this.Say(words["Saved. Buyers see it now."]);
        return RedirectToPage();
    }

    private async Task ReadChoicesAsync()
    {
        var platform = await settings.GetAsync(HttpContext.RequestAborted);
        Countries = [.. platform.Countries.Append(Input.Country).Where(c => c is { Length: 2 }).Distinct()
            .Select(c => new Choice(c!, MarketShell.CountryName(c!))).OrderBy(c => c.Text, StringComparer.CurrentCulture)];
        Kinds =
        [
            new(nameof(TraderKind.Company), words["A company"], words["GmbH, B.V., Ltd and the like, and registered partnerships."]),
            new(nameof(TraderKind.SoleTrader), words["A sole trader"], words["You are the business, with or without a register."]),
            .. platform.TakesPrivateSellers
                ? (IEnumerable<Choice>)[new(
                    nameof(TraderKind.Private), words["A private person"],
                    words["You sell things of your own now and then. Buyers see your name and town, not your street."])]
                : [],
        ];
    }

    public sealed class TraderInput
    {
        public TraderKind? Kind { get; set; }
        public string? LegalName { get; set; }
        public string? Line1 { get; set; }
        public string? Line2 { get; set; }
        public string? Postcode { get; set; }
        public string? City { get; set; }
        public string? Region { get; set; }
        public string? Country { get; set; }
        public string? Email { get; set; }
        public string? Phone { get; set; }
        public string? RegisterName { get; set; }
        public string? RegisterNumber { get; set; }
        public string? VatId { get; set; }
        public bool Certifies { get; set; }

        internal UpdateTrader ToMessage() => new(
            Kind: Kind, LegalName: LegalName ?? "", Line1: Line1 ?? "", Line2: Line2 ?? "", City: City ?? "",
            Region: Region ?? "", Postcode: Postcode ?? "", Country: Country ?? "", Email: (Email ?? "").Trim(),
            Phone: (Phone ?? "").Trim(), RegisterName: RegisterName ?? "", RegisterNumber: RegisterNumber ?? "",
            VatId: VatId ?? "", Certifies: Certifies);

        /// <summary>Before anything was said, the country of the application is the best guess.</summary>
        internal static TraderInput From(SellerProfile profile) => From(profile, profile.Trader);

        private static TraderInput From(SellerProfile profile, TraderIdentity trader) => new()
        {
            Kind = trader.Kind, LegalName = trader.LegalName, Line1 = trader.Line1, Line2 = trader.Line2,
            Postcode = trader.Postcode, City = trader.City, Region = trader.Region,
            Country = trader.Country.Length > 0 ? trader.Country : profile.Country, Email = trader.Email, Phone = trader.Phone,
            RegisterName = trader.RegisterName, RegisterNumber = trader.RegisterNumber, VatId = trader.VatId,
            Certifies = profile.CertifiedAtUtc is not null,
        };
    }
}
