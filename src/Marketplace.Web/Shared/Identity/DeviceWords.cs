using System.Net;
using System.Net.Sockets;

namespace Marketplace.Web.Shared.Identity;

/// <summary>Whose browser it is, roughly: enough for its owner to know it again, too little to track anybody.</summary>
internal static class DeviceWords
{
    /// <summary>The first that is named wins: Edge calls itself Chrome too, and Chrome Safari.</summary>
    private static readonly (string Mark, string Word)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Word)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ];

    public static string Of(string userAgent)
    {
        var words = ((string?[])[Find(Browsers, userAgent), Find(Systems, userAgent)]).OfType<string>().ToList();
        return words.Count == 0 ? "?" : string.Join(" · ", words);
    }

    /// <summary>The first three numbers of four, or the network of a household.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "?";
        if (IPAddress.IsLoopback(address)) return "localhost";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.*"
            : new IPAddress([.. bytes.Take(6), .. new byte[10]]).ToString() + "*";
    }

    private static string? Find((string Mark, string Word)[] known, string text) =>
        known.Where(k => text.Contains(k.Mark, StringComparison.Ordinal)).Select(k => k.Word).FirstOrDefault();
}
