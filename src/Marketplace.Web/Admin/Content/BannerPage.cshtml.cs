using Marketplace.Catalog.Media;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Content;

/// <summary>One banner: what it says, where, and from when until when.</summary>
public sealed class BannerPage(ISender sender, DisplayClock clock, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public BannerInput Input { get; set; } = new();

    public IEnumerable<Choice> Places =>
    [
        new(nameof(BannerPlace.Hero), words["At the top"], words["In place of what stands there otherwise."]),
        new(nameof(BannerPlace.Between), words["Between the rows"], words["Where the order of the home page has it."]),
    ];

    public async Task<IActionResult> OnGetAsync(string? id)
    {
        var content = await sender.Send(new GetHomeContent(), HttpContext.RequestAborted);
        if (!content.Ok) return this.Refused(content.Error);
        if (string.IsNullOrEmpty(id)) return Page();
        if (content.Value.Banners.FirstOrDefault(b => b.Id == id) is not { } banner) return this.Refused(HomeErrors.NoBanner);
        Input = BannerInput.Of(banner, clock);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? picture)
    {
        var (from, until) = (clock.Instant(Input.From), clock.Instant(Input.Until));
        if (IsNoDate(Input.From, from)) return this.Again(NoDate(nameof(Input.From)));
        if (IsNoDate(Input.Until, until)) return this.Again(NoDate(nameof(Input.Until)));
        if (Input.DropsPicture) Input.PictureRef = "";
        if (picture is { Length: > 0 })
        {
            var (_, content) = (await Uploads.ReadAsync([picture], HttpContext.RequestAborted))[0];
            var kept = await sender.Send(new UploadPlatformPicture(content), HttpContext.RequestAborted);
            if (!kept.Ok) return this.Again(kept.Error);
            Input.PictureRef = kept.Value;
            ModelState.Remove("Input.PictureRef");
        }

        var saved = await sender.Send(
            new SaveBanner(string.IsNullOrEmpty(Input.Id) ? null : Input.Id, Input.Version, Input.ToWords(from, until)),
            HttpContext.RequestAborted);
        if (!saved.Ok) return this.Again(saved.Error);
        this.Say(Input.Place == BannerPlace.Between && string.IsNullOrEmpty(Input.Id)
            ? words["Saved. Add it to the order of the home page, and visitors see it in its time."]
            : words["Saved. Visitors see it within seconds."]);
        return LocalRedirect("/admin/home");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var removed = await sender.Send(new RemoveBanner(Input.Id ?? ""), HttpContext.RequestAborted);
        if (!removed.Ok) return this.Refused(removed.Error);
        this.Say(words["The banner is gone."]);
        return LocalRedirect("/admin/home");
    }

    private static bool IsNoDate(string? typed, DateTime? read) => !string.IsNullOrWhiteSpace(typed) && read is null;

    private static Error NoDate(string field) => Error.InvalidField("banner.no-date", field, "This is no date and time.");
}

/// <summary>A banner as its form has it.</summary>
public sealed class BannerInput
{
    public string? Id { get; set; }
    public long Version { get; set; }
    public BannerPlace Place { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? LinkText { get; set; }
    public string? Href { get; set; }
    public string? PictureRef { get; set; }
    public string? PictureAlt { get; set; }
    public bool DropsPicture { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }

    internal static BannerInput Of(BannerLine banner, DisplayClock clock) => new()
    {
        Id = banner.Id, Version = banner.Version, Place = banner.Words.Place, Title = banner.Words.Title, Text = banner.Words.Text,
        LinkText = banner.Words.LinkText, Href = banner.Words.Href, PictureRef = banner.Words.PictureRef,
        PictureAlt = banner.Words.PictureAlt, From = FormDate.Type(banner.Words.FromUtc, clock),
        Until = FormDate.Type(banner.Words.UntilUtc, clock),
    };

    internal BannerWords ToWords(DateTime? from, DateTime? until) => new(
        Place, Title ?? "", Text ?? "", LinkText ?? "", Href?.Trim() ?? "", PictureRef ?? "",
        string.IsNullOrEmpty(PictureRef) ? "" : PictureAlt ?? "", from, until);
}
