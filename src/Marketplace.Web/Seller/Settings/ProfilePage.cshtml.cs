using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Media;
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
/// What buyers read and see of the shop. Pictures go through the media pipeline into the seller's library; one that was
/// uploaded stays in the form while a text beside it is refused.
/// </summary>
[RequestSizeLimit(40 * 1024 * 1024)]
public sealed class ProfilePage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public AboutInput About { get; set; } = new();

    [BindProperty]
    public PoliciesInput Policies { get; set; } = new();

    [BindProperty]
    public IFormFile? Logo { get; set; }

    [BindProperty]
    public IFormFile? Banner { get; set; }

    public SellerProfile Profile { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        (About, Policies) = (AboutInput.From(Profile), PoliciesInput.From(Profile));
        return Page();
    }

    public async Task<IActionResult> OnPostAboutAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        Policies = PoliciesInput.From(Profile);
        var refused = await UploadAsync();
        var saved = refused is null
            ? await sender.Send(
                new UpdateProfile(About.Name ?? "", About.Tagline ?? "", About.About ?? "", About.City ?? ""), HttpContext.RequestAborted)
            : Result.Fail(refused);
        if (saved.Ok && (About.LogoRef, About.BannerRef) != (Profile.LogoRef, Profile.BannerRef))
            saved = await sender.Send(
                new UpdateBranding(Profile.BrandColour, About.LogoRef, About.BannerRef), HttpContext.RequestAborted);
        return Answer(saved, "About", words["Saved. Buyers see it now."]);
    }

    public async Task<IActionResult> OnPostPoliciesAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        About = AboutInput.From(Profile);
        var saved = await sender.Send(
            new UpdatePolicies(Policies.ShippingPolicy ?? "", Policies.ReturnsPolicy ?? "", Policies.ReturnWindowDays),
            HttpContext.RequestAborted);
        return Answer(saved, "Policies", words["Saved. Buyers see it now."]);
    }

    private IActionResult Answer(Result saved, string form, string said)
    {
        if (!saved.Ok) return this.Again(saved.Error, form);
        this.Say(said);
        return RedirectToPage();
    }

    /// <summary>Keeps what was chosen, and drops what is no longer wanted; the first refusal, at its field.</summary>
    private async Task<Error?> UploadAsync()
    {
        if (About.DropLogo) About.LogoRef = null;
        if (About.DropBanner) About.BannerRef = null;
        ModelState.Remove("About.LogoRef");
        ModelState.Remove("About.BannerRef");
        Error? refused = null;
        foreach (var (file, field) in (IEnumerable<(IFormFile?, string)>)[(Logo, "Logo"), (Banner, "Banner")])
        {
            if (file is null or { Length: 0 }) continue;
            using var buffer = new MemoryStream();
            await file.CopyToAsync(buffer, HttpContext.RequestAborted);
            var kept = await sender.Send(new UploadPicture(buffer.ToArray(), file.FileName), HttpContext.RequestAborted);
            if (!kept.Ok) refused ??= Error.InvalidField(kept.Error.Code, field, words.Refusal(kept.Error.Message));
            else if (field == "Logo") About.LogoRef = kept.Value.Ref;
            else About.BannerRef = kept.Value.Ref;
        }

        return refused;
    }

    private async Task<Error?> ReadAsync()
    {
        var found = await sender.Send(new GetSellerSettings(), HttpContext.RequestAborted);
        if (found.Ok) Profile = found.Value.Profile;
        return found.Error;
    }

    public sealed class AboutInput
    {
        public string? Name { get; set; }
        public string? Tagline { get; set; }
        public string? About { get; set; }
        public string? City { get; set; }
        public string? LogoRef { get; set; }
        public string? BannerRef { get; set; }
        public bool DropLogo { get; set; }
        public bool DropBanner { get; set; }

        internal static AboutInput From(SellerProfile profile) => new()
        {
            Name = profile.Name, Tagline = profile.Tagline, About = profile.About, City = profile.City,
            LogoRef = profile.LogoRef, BannerRef = profile.BannerRef,
        };
    }

    public sealed class PoliciesInput
    {
        public string? ShippingPolicy { get; set; }
        public string? ReturnsPolicy { get; set; }
        public int ReturnWindowDays { get; set; }

        internal static PoliciesInput From(SellerProfile profile) => new()
        {
            ShippingPolicy = profile.ShippingPolicy, ReturnsPolicy = profile.ReturnsPolicy,
            ReturnWindowDays = profile.ReturnWindowDays,
        };
    }
}
