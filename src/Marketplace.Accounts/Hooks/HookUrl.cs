using System.Net;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Kernel.Net;

namespace Marketplace.Accounts.Hooks;

/// <summary>
/// Whether an address may be a webhook at all. A name that leads inside is found out with each delivery: what it means may
/// change.
/// </summary>
internal static class HookUrl
{
    public static bool IsFine(string? text, HookOptions options)
    {
        if (text is not { Length: > 0 and <= HookEndpoint.LongestUrl } || !Uri.TryCreate(text, UriKind.Absolute, out var url)) return false;
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0 || url.Port is not (443 or >= 1024) and not 80) return false;
        if (options.AllowLocal && url.IsLoopback) return url.Scheme is "http" or "https";
        if (url.Scheme != "https" || url.Port == 80) return false;
        return IPAddress.TryParse(url.IdnHost, out var address) ? PublicAddress.IsPublic(address)
            : url.HostNameType == UriHostNameType.Dns && url.IdnHost.Contains('.', StringComparison.Ordinal);
    }
}
