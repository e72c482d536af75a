using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Hooks;

internal sealed record Received(string Id, long Timestamp, string Signature, string Type, string Body);

/// <summary>A seller's program behind a webhook: writes down what it is sent, and answers as it is told.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _loop;

    private HookReceiver(string url, HttpListener listener)
    {
        (Url, _listener) = (url, listener);
        _loop = Task.Run(ListenAsync);
    }

    public string Url { get; }

    public ConcurrentQueue<Received> All { get; } = new();

    /// <summary>The status and what stands in the body.</summary>
    public Func<Received, (int Status, string Text)> Answer { get; set; } = _ => (204, "");

    public static HookReceiver Open()
    {
        var (url, listener) = Loopback.Listen();
        return new HookReceiver(url + "/hooks", listener);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
        _listener.Close();
    }

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                if (!_listener.IsListening) return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var head = context.Request.Headers;
        var got = new Received(
            head["webhook-id"]!, long.Parse(head["webhook-timestamp"]!, System.Globalization.CultureInfo.InvariantCulture),
            head["webhook-signature"]!, context.Request.ContentType!, await reader.ReadToEndAsync());
        All.Enqueue(got);
        var (status, text) = Answer(got);
        context.Response.StatusCode = status;
        if (status is >= 300 and < 400) context.Response.Headers["Location"] = Url + "/elsewhere";
        if (text != "") await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
        context.Response.Close();
    }
}
