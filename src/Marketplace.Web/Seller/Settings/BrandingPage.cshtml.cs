using System.Globalization;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Settings;

/// <summary>
/// The shop's colour, tried on before it is saved. A sample wears it by a style sheet of its own, since pages carry no
/// inline style; so it works without script too.
/// </summary>
public sealed class BrandingPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>Deep enough for white text, and far enough from each other.</summary>
    public static readonly IReadOnlyList<string> Suggested =
    [
        "#0b5d4b", "#2f4858", "#1d4e89", "#4b3f72", "#7b2d5b", "#9b2226", "#8a4b08", "#5a5a1e", "#2d6a4f", "#3d3d3d",
    ];

    [BindProperty]
    public ColourInput Input { get; set; } = new();

    public SellerProfile Profile { get; private set; } = null!;

    /// <summary>The colour that the sample wears.</summary>
    public string Tried { get; private set; } = SellerProfile.DefaultColour;

    public bool IsSaved => Tried == Profile.BrandColour;

    public bool IsReadable => BrandColour.IsReadable(Tried);

    public string Contrast => BrandColour.ContrastWithWhite(Tried).ToString("0.0", CultureInfo.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(string? colour)
    {
        if (await ReadAsync(colour) is { } error) return this.Refused(error);
        Input.BrandColour = Tried;
        return Page();
    }

    /// <summary>Shows the colour on the sample; nothing is saved, and the address can be shown to others in the team.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string seller)
    {
        if (BrandColour.IsWellFormed(Input.BrandColour))
            return Redirect($"/seller/{seller}/settings/branding?colour={Uri.EscapeDataString(Input.BrandColour!)}");
        if (await ReadAsync(null) is { } error) return this.Refused(error);
        return this.Again(Error.InvalidField("seller.colour", "BrandColour", words["A colour looks like #2f4858."]));
    }

    public async Task<IActionResult> OnPostSaveAsync(string seller)
    {
        if (await ReadAsync(Input.BrandColour) is { } error) return this.Refused(error);
        var saved = await sender.Send(
            new UpdateBranding(Input.BrandColour ?? "", Profile.LogoRef, Profile.BannerRef), HttpContext.RequestAborted);
        if (!saved.Ok) return this.Again(saved.Error);
        this.Say(words["Saved. Your shop wears this colour now."]);
        return Redirect($"/seller/{seller}/settings/branding");
    }

    private async Task<Error?> ReadAsync(string? tried)
    {
        var found = await sender.Send(new GetSellerSettings(), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        Profile = found.Value.Profile;
        Tried = BrandColour.IsWellFormed(tried) ? tried! : Profile.BrandColour;
        return null;
    }

    public sealed class ColourInput
    {
        public string? BrandColour { get; set; }
    }
}
