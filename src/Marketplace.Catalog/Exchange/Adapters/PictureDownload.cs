using System.Net;
using System.Net.Sockets;
using Marketplace.Kernel.Results;

namespace Marketplace.Catalog.Exchange.Adapters;

/// <summary>
/// Fetches a stranger's picture without being led into the platform's own network: names are resolved here and every
/// connection goes to an address that was looked at, redirects included (no second lookup, so nothing to rebind). No
/// proxy, no cookies, ports 80 and 443, few redirects, little time, few bytes.
/// </summary>
internal sealed class PictureDownload : IDisposable
{
    public const int MaximumBytes = 15 * 1024 * 1024;
    private const int MaximumRedirects = 3;
    private readonly Func<IPAddress, bool> _isAllowed;
    private readonly Func<int, bool> _isPort;
    private readonly TimeSpan _patience;
    private readonly HttpClient _client;

    public PictureDownload() : this(PublicAddress.IsPublic, port => port is 80 or 443, TimeSpan.FromSeconds(15))
    {
    }

    internal PictureDownload(Func<IPAddress, bool> isAllowed, Func<int, bool> isPort, TimeSpan patience)
    {
        (_isAllowed, _isPort, _patience) = (isAllowed, isPort, patience);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(5), MaxResponseHeadersLength = 16, PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        }) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Marketplace-Import/1.0");
        _client.DefaultRequestHeaders.Accept.ParseAdd("image/*");
    }

    /// <summary>The bytes, whatever they are: whether they are a picture says who decodes them.</summary>
    public async Task<Result<byte[]>> GetAsync(string address, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(_patience);
        try
        {
            return await FollowAsync(address, time.Token);
        }
        catch (HttpRequestException exception)
        {
            return exception.InnerException is BlockedAddressException ? DownloadErrors.Blocked : DownloadErrors.Unreachable;
        }
        catch (IOException)
        {
            return DownloadErrors.Unreachable;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return DownloadErrors.TooSlow;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<Result<byte[]>> FollowAsync(string address, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var next)) return DownloadErrors.Blocked;
        for (var hop = 0; hop <= MaximumRedirects; hop++)
        {
            if (next.Scheme is not ("http" or "https") || !_isPort(next.Port) || next.UserInfo.Length > 0) return DownloadErrors.Blocked;
            using var answer = await _client.GetAsync(next, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location)
            {
                next = new Uri(next, location);
                continue;
            }

            if (answer.StatusCode != HttpStatusCode.OK) return DownloadErrors.NotThere;
            return await ReadAsync(answer.Content, cancellation);
        }

        return DownloadErrors.NotThere;
    }

    private static async Task<Result<byte[]>> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > MaximumBytes) return DownloadErrors.TooHeavy;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (kept.Length + read > MaximumBytes) return DownloadErrors.TooHeavy;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        // One closed address among open ones is a trap, not a mistake.
        if (addresses.Length == 0 || !addresses.All(_isAllowed)) throw new BlockedAddressException();
        Socket? socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }

    private sealed class BlockedAddressException() : IOException("The name leads to an address that is not public.");
}

internal static class DownloadErrors
{
    public static readonly Error Blocked = Error.Refused(
        "import.address-blocked", "The address does not lie in the open internet. Use one that begins with https:// and anybody can open.");

    public static readonly Error Unreachable = Error.Unavailable(
        "import.address-unreachable", "Nothing answers at this address. Look whether it opens in a browser.");

    public static readonly Error NotThere = Error.Refused(
        "import.address-empty", "There is no picture at this address. Look whether it opens in a browser.");

    public static readonly Error TooSlow = Error.Unavailable(
        "import.address-slow", "The address took longer than 15 seconds to answer. Try again, or upload the picture in a ZIP.");

    public static readonly Error TooHeavy = Error.Refused(
        "import.picture-too-heavy", "The picture has more than 15 MB. Make it smaller first.");

    public static readonly Error NotInZip = Error.Refused(
        "import.picture-missing", "The ZIP holds no file of this name.");
}
