using System.Net;
using System.Net.Sockets;

namespace Marketplace.Kernel.Net;

/// <summary>
/// Connects to addresses that strangers name without being led into the platform's own network: names are resolved here,
/// and a connection goes to an address that was looked at (no second look-up, so nothing to rebind). No proxy, no
/// cookies, no redirects: who follows one asks again.
/// </summary>
public static class OpenInternet
{
    /// <param name="isAllowed">Usually <see cref="PublicAddress.IsPublic"/>.</param>
    public static SocketsHttpHandler Handler(Func<IPAddress, bool> isAllowed) => new()
    {
        AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = 16, PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, isAllowed, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint to, Func<IPAddress, bool> isAllowed, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellation);
        // One closed address among open ones is a trap, not a mistake.
        if (addresses.Length == 0 || !addresses.All(isAllowed)) throw new ClosedAddressException();
        Socket? socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellation);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}

/// <summary>Arrives as the inner exception of what the client throws.</summary>
public sealed class ClosedAddressException() : IOException("The name leads to an address that is not public.");
