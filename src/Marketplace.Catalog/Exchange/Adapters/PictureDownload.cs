using System.Net;
using Marketplace.Kernel.Net;
using Marketplace.Kernel.Results;

namespace Marketplace.Catalog.Exchange.Adapters;

/// <summary>
/// Fetches a stranger's picture by way of <see cref="OpenInternet"/>, redirects included: ports 80 and 443, few redirects,
/// little time, few bytes.
/// </summary>
internal sealed class PictureDownload : IDisposable
{
    public const int MaximumBytes = 15 * 1024 * 1024;
    private const int MaximumRedirects = 3;
    private readonly Func<int, bool> _isPort;
    private readonly TimeSpan _patience;
    private readonly HttpClient _client;

    public PictureDownload() : this(PublicAddress.IsPublic, port => port is 80 or 443, TimeSpan.FromSeconds(15))
    {
    }

    internal PictureDownload(Func<IPAddress, bool> isAllowed, Func<int, bool> isPort, TimeSpan patience)
    {
        (_isPort, _patience) = (isPort, patience);
        _client = new HttpClient(OpenInternet.Handler(isAllowed)) { Timeout = Timeout.InfiniteTimeSpan };
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
            return exception.InnerException is ClosedAddressException ? DownloadErrors.Blocked : DownloadErrors.Unreachable;
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
