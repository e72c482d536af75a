using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Accounts.Settings.Features;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Features;

/// <summary>What can be switched off, or on for some only.</summary>
public sealed class FeaturesPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public FeatureInput Input { get; set; } = new();

    public IReadOnlyList<FeatureLine> Features { get; private set; } = [];

    public IEnumerable<Choice> States =>
    [
        new(nameof(FeatureState.On), words["On"]), new(nameof(FeatureState.Off), words["Off"]),
        new(nameof(FeatureState.Some), words["On for some"]),
    ];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        // What is no number is refused like one that is too high.
        var percent = string.IsNullOrWhiteSpace(Input.Percent) ? 0 : int.TryParse(Input.Percent, out var typed) ? typed : -1;
        var switched = await sender.Send(
            new SwitchFeature(Input.Feature, Input.Version, Input.State, percent, TypedList.Of(Input.Sellers)), HttpContext.RequestAborted);
        if (!switched.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(switched.Error);
        this.Say(words["Switched. Every page follows within seconds."]);
        return RedirectToPage();
    }

    /// <summary>Whether this is the form that was refused.</summary>
    public bool IsTyped(FeatureLine line) => !ModelState.IsValid && Input.Feature == line.Feature;

    public string Name(Feature feature) => feature switch
    {
        Feature.Practice => words["Practice shop"],
        Feature.Questions => words["Questions about listings"],
    };

    public string Meaning(Feature feature) => feature switch
    {
        Feature.Practice => words["Sellers buy from themselves in a world of its own, to learn how it goes."],
        Feature.Questions => words[
            "Buyers ask about a listing and everybody reads the answer. Answered ones can be read even when this is off."],
    };

    private async Task<Error?> ReadAsync()
    {
        var features = await sender.Send(new ListFeatures(), HttpContext.RequestAborted);
        if (!features.Ok) return features.Error;
        Features = features.Value;
        return null;
    }
}

/// <summary>A switch as its form has it: shops are slugs apart by blanks or commas.</summary>
public sealed class FeatureInput
{
    public Feature Feature { get; set; }
    public long Version { get; set; }
    public FeatureState State { get; set; }
    public string? Percent { get; set; }
    public string? Sellers { get; set; }
}
