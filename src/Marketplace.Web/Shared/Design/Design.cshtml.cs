using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Design;

/// <summary>Every component on one page, with samples; in Development only.</summary>
public sealed class DesignModel(
    IWebHostEnvironment environment, Shell shell, IStringLocalizer<Words> words, DisplayClock clock) : PageModel
{
    public DateTime Now => clock.UtcNow;

    public IReadOnlyList<Point> Sales { get; } =
    [
        .. new[] { 380, 520, 430, 610, 700, 580, 490, 660, 820, 730, 905, 880, 790, 1040 }
            .Select((euros, day) => new Point($"{10 + day} Nov", euros * 100)),
    ];

    public IReadOnlyList<decimal> Before { get; } =
        [310, 300, 420, 460, 500, 520, 410, 480, 600, 560, 640, 700, 610, 720];

    public IReadOnlyList<ProductTile> Tiles { get; } =
    [
        new("Speckled stoneware mug, 320 ml", "#tiles", null, 2400, "EUR")
        {
            By = "Kiln & Clay · Delft", Rating = 4.9m, Reviews = 212, When = "Arrives Thu 26 Nov",
        },
        new("Fold desk lamp, oak and linen", "#tiles", null, 8900, "EUR")
        {
            WasMinor = 10900, By = "Lumen Works · Gent", Rating = 4.7m, Reviews = 64,
        },
        new("Daypack 18 L, waxed canvas", "#tiles", null, 7450, "EUR")
        {
            By = "Trailhead · Utrecht", Rating = 4.8m, Reviews = 138, From = true,
        },
        new("Heather honey, 450 g", "#tiles", null, 980, "EUR") { By = "Bijenhof · Drenthe", Flag = "Sold out" },
    ];

    public IReadOnlyList<TimelineStep> Steps { get; } =
    [
        new("Paid", "Sun 22 Nov, 14:02", "€126.45 by card; held by the platform"),
        new("Accepted by Kiln & Clay", "Sun 22 Nov, 15:40"),
        new("On its way", "Mon 23 Nov, 09:12", "PostNL 3SKABA1234, arrives Thu 26 Nov", StepState.Now),
        new("Shop is paid", "Thu 3 Dec", "7 days after delivery, unless a return is opened", StepState.Next),
    ];

    public bool Work => Request.Query.ContainsKey("work");

    public IActionResult OnGet()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        shell.Categories = [.. "Kitchen Lighting Furniture Plants Bags Audio Books Shoes Pantry".Split(' ')
            .Prepend("All shops").Select(name => new Link(name, "#"))];
        shell.CountBag = () => new(3);
        shell.Market = new MarketChoice("NL", "EUR", "en", [new("NL", "Netherlands"), new("DE", "Germany")],
            [new("EUR", "Euro"), new("GBP", "Pound sterling")], [new("en", "English"), new("nl", "Nederlands")]);
        shell.Work = new WorkFrame
        {
            Title = "Kiln & Clay",
            Note = "Open · 34 listings",
            Links = WorkNav.Seller("kiln-and-clay", words,
                new Counts().Add("orders", "7", alert: true).Add("listings", "34").Add("stock", "3 low")),
            Foot = [new("View shop", "#"), new("Log out", "#")],
        };
        ModelState.AddModelError("Postcode", "A Dutch postcode has four digits and two letters, like 2611 XK.");
        return Page();
    }
}
