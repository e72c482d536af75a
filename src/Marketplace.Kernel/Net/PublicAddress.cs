using System.Net;
using System.Net.Sockets;

namespace Marketplace.Kernel.Net;

/// <summary>
/// Whether an address lies in the open internet. Everything that IANA keeps for private, local or special use is not,
/// the metadata services of clouds (169.254.169.254, fd00:ec2::254) among it.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Closed = [.. ((string[])
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7",
        "fe80::/10", "fec0::/10", "ff00::/8",
    ]).Select(IPNetwork.Parse)];

    public static bool IsPublic(IPAddress address)
    {
        var bare = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (bare.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)) return false;
        // "::a.b.c.d", long out of use, still reaches IPv4 on some systems.
        if (bare.AddressFamily == AddressFamily.InterNetworkV6 && bare.GetAddressBytes().AsSpan(0, 12)
            .IndexOfAnyExcept((byte)0) < 0) return false;
        return !Array.Exists(Closed, n => n.BaseAddress.AddressFamily == bare.AddressFamily && n.Contains(bare));
    }
}
