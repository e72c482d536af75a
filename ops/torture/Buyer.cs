using Marketplace.Load;

namespace Marketplace.Torture;

internal enum Fate
{
    Bought,
    /// <summary>Told politely that something was gone.</summary>
    Refused,
    /// <summary>Never got so far as to pay.</summary>
    GaveUp,
}

/// <param name="Paid">The payment page took the card.</param>
internal sealed record Tale(string Email, Fate Fate, bool Paid);

/// <summary>
/// A guest who wants two things and does not let go: whatever breaks, the same button is pressed again, at whichever
/// process answers, as a browser behind a load balancer would.
/// </summary>
internal sealed class Buyer(Settings settings, string email, Random dice)
{
    private const int MostTries = 40;

    private readonly Guest _guest = new(settings.Webs[0]);

    private bool _paid;

    public async Task<Tale> BuyAsync(IReadOnlyList<string> products)
    {
        try
        {
            return new Tale(email, await TryAsync(products), _paid);
        }
        catch (GaveUpException)
        {
            return new Tale(email, Fate.GaveUp, _paid);
        }
        finally
        {
            _guest.Dispose();
        }
    }

    private async Task<Fate> TryAsync(IReadOnlyList<string> products)
    {
        var first = dice.Next(products.Count);
        foreach (var product in (string[])[products[first], products[(first + 1) % products.Count]])
            if (!await PutInAsync(product)) return Fate.Refused;

        var back = await PressAsync(async () =>
        {
            if (await SendAsync("/checkout") is not "/checkout/review") return null;
            // Whoever comes again finds the order that was begun: the form carries the key of the first press.
            return await SendAsync("/checkout/review") is { } page && !page.StartsWith("/c", StringComparison.Ordinal) ? page : null;
        });
        var returned = await PressAsync(async () => (await _guest.SendAsync(await _guest.GetAsync(back), Person)).Location);
        _paid = true;
        var order = await PressAsync(async () =>
        {
            var answer = await _guest.GetAsync(AtANode(new Uri(returned).PathAndQuery));
            return answer.Location ?? (answer.IsOk ? returned : null);
        });
        await PressAsync(async () => (await _guest.GetAsync(AtANode(PathOf(order)))).IsOk ? order : null);
        return Fate.Bought;
    }

    private Dictionary<string, string> Person { get; } = ShopPages.Person(email);

    private async Task<bool> PutInAsync(string product)
    {
        var isSold = false;
        await PressAsync(async () =>
        {
            var page = await _guest.GetAsync(AtANode(product));
            if (!page.IsOk) return null;
            if (ShopPages.OfferOn(page.Body) is { } offer) return (await _guest.PutInAsync(AtANode("/cart"), offer)).Location;
            isSold = true;
            return "sold out";
        });
        return !isSold;
    }

    /// <summary>Where the page's own form leads; null when it did not get there.</summary>
    private async Task<string?> SendAsync(string path)
    {
        var page = await _guest.GetAsync(AtANode(path));
        return page.IsOk ? (await _guest.SendAsync(page, Person)).Location : page.Location;
    }

    private async Task<string> PressAsync(Func<Task<string?>> press)
    {
        for (var i = 0; i < MostTries; i++)
        {
            try
            {
                if (await press() is { } got) return got;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or InvalidOperationException)
            {
                // Nobody answered, or in the middle of an answer: press again.
            }

            await Task.Delay(dice.Next(100, 700));
        }

        throw new GaveUpException();
    }

    private string AtANode(string path) => settings.Webs[dice.Next(settings.Webs.Count)] + path;

    private static string PathOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? whole.PathAndQuery : address;

    private sealed class GaveUpException : Exception;
}
