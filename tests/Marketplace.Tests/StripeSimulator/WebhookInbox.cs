using System.Net;

namespace Marketplace.Tests.StripeSimulator;

internal sealed record WebhookMessage(string Path, string Body, string Signature);

/// <summary>A shop's webhook endpoint that only writes down what it is sent.</summary>
internal sealed class WebhookInbox : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private Task loop = Task.CompletedTask;

    private WebhookInbox(int port)
    {
        Url = $"http://127.0.0.1:{port}";
        listener.Prefixes.Add(Url + "/");
    }

    public string Url { get; }
    public int Answer { get; set; } = 200;
    public List<WebhookMessage> Received { get; } = [];

    public static Task<WebhookInbox> StartAsync()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var inbox = new WebhookInbox(((IPEndPoint)probe.LocalEndpoint).Port);
        probe.Stop();
        inbox.listener.Start();
        inbox.loop = inbox.ReceiveAsync();
        return Task.FromResult(inbox);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await loop;
        listener.Close();
    }

    private async Task ReceiveAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            Received.Add(new WebhookMessage(
                context.Request.Url!.AbsolutePath,
                await reader.ReadToEndAsync(),
                context.Request.Headers["Stripe-Signature"]!));
            context.Response.StatusCode = Answer;
            context.Response.Close();
        }
    }
}
