using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Kernel.Net;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Hooks.Adapters;

/// <summary>What is sent to a webhook; the body byte for byte as it was signed.</summary>
internal sealed record HookCall(string Url, string Id, long Timestamp, string Signature, string Body);

/// <param name="Status">Null with a failure.</param>
internal sealed record HookAnswer(int? Status, HookFailure? Failure, string Text);

/// <summary>
/// Posts to an address that a stranger chose: to the open internet only, no redirects, ten seconds in all, and of the
/// answer no more than a first kilobyte is read.
/// </summary>
internal sealed class HookTransport : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly TimeSpan _patience;
    private readonly HttpClient _client;

    public HookTransport(IOptions<HookOptions> options) : this(
        address => PublicAddress.IsPublic(address) || (options.Value.AllowLocal && IPAddress.IsLoopback(address)),
        TimeSpan.FromSeconds(10))
    {
    }

    internal HookTransport(Func<IPAddress, bool> isAllowed, TimeSpan patience)
    {
        _patience = patience;
        _client = new HttpClient(OpenInternet.Handler(isAllowed)) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Marketplace-Webhooks/1.0");
    }

    public async Task<HookAnswer> PostAsync(HookCall call, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(_patience);
        try
        {
            using var request = RequestOf(call);
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            return new HookAnswer((int)answer.StatusCode, null, await BeginningAsync(answer.Content, time.Token));
        }
        catch (HttpRequestException failure)
        {
            return Failed(failure.InnerException is ClosedAddressException ? HookFailure.ClosedAddress : HookFailure.Unreachable);
        }
        catch (IOException)
        {
            return Failed(HookFailure.Unreachable);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(HookFailure.TooSlow);
        }
    }

    public void Dispose() => _client.Dispose();

    private static HookAnswer Failed(HookFailure failure) => new(null, failure, "");

    private static HttpRequestMessage RequestOf(HookCall call)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(call.Body));
        content.Headers.ContentType = Json;
        var request = new HttpRequestMessage(HttpMethod.Post, call.Url) { Content = content };
        request.Headers.Add("webhook-id", call.Id);
        request.Headers.Add("webhook-timestamp", call.Timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", call.Signature);
        return request;
    }

    private static async Task<string> BeginningAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var kept = new byte[HookAttempt.LongestAnswer];
        var length = await stream.ReadAtLeastAsync(kept, kept.Length, throwOnEndOfStream: false, cancellation);
        // No database keeps a null character in a text, and no page shows the others well.
        return string.Concat(Encoding.UTF8.GetString(kept, 0, length).Where(c => !char.IsControl(c) || c is '\n' or '\t'));
    }
}
