using System.Net;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;

namespace Marketplace.Tests.World;

/// <summary>The two webhook endpoints on a loopback port, for a test without the web host.</summary>
internal sealed class WebhookDoor : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<WebhookEndpoint, string, string?, Task<Result>> _receive;
    private readonly Task _loop;

    private WebhookDoor(string url, HttpListener listener, Func<WebhookEndpoint, string, string?, Task<Result>> receive)
    {
        (Url, _listener, _receive) = (url, listener, receive);
        _loop = Task.Run(ListenAsync);
    }

    public string Url { get; }

    public static WebhookDoor Open(Func<WebhookEndpoint, string, string?, Task<Result>> receive)
    {
        var (url, listener) = Loopback.Listen();
        return new WebhookDoor(url, listener, receive);
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
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var endpoint = context.Request.Url!.AbsolutePath == "/connect" ? WebhookEndpoint.Connect : WebhookEndpoint.Platform;
        try
        {
            var outcome = await _receive(endpoint, await reader.ReadToEndAsync(), context.Request.Headers["Stripe-Signature"]);
            context.Response.StatusCode = outcome.Ok ? 200 : 400;
        }
        catch (PowerCut)
        {
            context.Response.StatusCode = 502;
        }

        context.Response.Close();
    }
}
