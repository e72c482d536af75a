using Marketplace.Catalog.Listings;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Listings;

/// <summary>What came of moving several listings at once, each by its own message, so that one refusal does not stop the others.</summary>
public sealed class Moved
{
    private int _done;
    private int _held;

    /// <summary>The first of them.</summary>
    public Error? Refused { get; private set; }

    public Tone Tone => Refused is not null ? Tone.Warn : _held > 0 ? Tone.Info : Tone.Good;

    public void Add(Result moved)
    {
        if (moved.Ok) _done++;
        else Refused ??= moved.Error;
    }

    public void Add(Result<Publishing> published)
    {
        Add(published.Bare);
        if (published is { Ok: true, Value.IsHeld: true }) _held++;
    }

    public string Say(IStringLocalizer<Words> words)
    {
        var all = new List<string> { words.Count(_done, "{0} listing changed.", "{0} listings changed.") };
        if (_held > 0)
        {
            all.Add(words.Count(
                _held, "One of them waits until the marketplace has looked at it.",
                "{0} of them wait until the marketplace has looked at them."));
        }

        if (Refused is { } error) all.Add(words.Refusal(error.Message));
        return string.Join(' ', all);
    }
}
