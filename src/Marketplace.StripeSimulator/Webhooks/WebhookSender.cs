using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Webhooks;

/// <summary>
/// Delivers events at least once: due ones in their order, failed ones again with growing gaps for three days of
/// the simulator's clock.
/// </summary>
internal sealed class WebhookSender(SimulatorHost host) : IDisposable
{
    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(24),
        TimeSpan.FromHours(36),
    ];

    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly SemaphoreSlim one = new(1);

    public WebhookPlan Plan { get; } = new();

    /// <summary>Sends what is due (with <paramref name="early"/> also what waits for a later attempt).</summary>
    public async Task<int> SendAsync(bool early, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var sent = 0;
            foreach (var delivery in Due(early))
            {
                foreach (var (row, rule) in ApplyRule(delivery))
                {
                    await SendOneAsync(row, rule, cancellation);
                    sent++;
                }
            }

            return sent;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        one.Dispose();
    }

    private List<JsonObject> Due(bool early)
    {
        lock (host.Store.Gate)
        {
            var now = host.Clock.Now.ToUnixTimeMilliseconds();
            return [.. host.Store.OldestFirst(EventLog.DeliveryKind)
                .Select(document => document.Body)
                .Where(row => row.Text("state") == "pending" && !Plan.IsHeld(row.Id()))
                .Where(row => early || row.Number("due") <= now)];
        }
    }

    private IEnumerable<(JsonObject Row, WebhookRule? Rule)> ApplyRule(JsonObject row)
    {
        if (row.Flag("planned") || row.Number("attempts") > 0) return [(row, null)];

        var rule = Plan.Take(EventOf(row).Need("type"));
        switch (rule?.Mode)
        {
            case null or WebhookMode.WrongSecret or WebhookMode.OldApiVersion:
                return [(row, rule)];
            case WebhookMode.Duplicate:
                return [(row, null), (row, null)];
            case WebhookMode.TwoEventIds:
                AddTwin(row);
                return [(row, null)];
            case WebhookMode.Drop:
                Change(row, (tx, edited) => tx.Delete(edited.Id()));
                return [];
            case WebhookMode.Delay:
                Change(row, (_, edited) =>
                {
                    edited["planned"] = true;
                    edited["due"] = row.Number("due") + (long)(rule.DelaySeconds * 1000);
                });
                return [];
            case WebhookMode.Reorder:
                return [.. Plan.Hold(row.Id(), isLast: rule.Count == 1).Select(id => (Read(id), (WebhookRule?)null))];
        }

        return [];
    }

    private async Task SendOneAsync(JsonObject row, WebhookRule? rule, CancellationToken cancellation)
    {
        var kind = host.Options.Webhooks.Where(target => target.Connect == row.Flag("connect"));
        var target = kind.ElementAtOrDefault((int)row.Number("nth"));
        var accepted = target is not null && await PostAsync(row, rule, target, cancellation);
        Change(row, (tx, edited) =>
        {
            if (accepted) tx.Delete(edited.Id());
            else PlanNextAttempt(tx, edited);
        });
    }

    private async Task<bool> PostAsync(
        JsonObject row, WebhookRule? rule, WebhookTarget target, CancellationToken cancellation)
    {
        var @event = EventOf(row).Visible();
        if (rule?.Mode is WebhookMode.OldApiVersion) @event["api_version"] = "2024-06-20";
        var payload = @event.ToJsonString();
        var secret = rule?.Mode is WebhookMode.WrongSecret ? "whsec_nobody_knows_this" : target.Secret;
        var signature = Stripe.EventUtility.GenerateSignatureHeader(
            payload, secret, host.Options.SignatureClock.GetUtcNow().ToUnixTimeSeconds());
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url);
        request.Content = new StringContent(payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        request.Headers.Add("Stripe-Signature", signature);
        request.Headers.UserAgent.ParseAdd("Stripe/1.0");
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static void PlanNextAttempt(Tx tx, JsonObject row)
    {
        var attempts = row.Number("attempts");
        row["attempts"] = attempts + 1;
        if (attempts >= Gaps.Length) row["state"] = "failed";
        else row["due"] = (tx.Now + Gaps[attempts]).ToUnixTimeMilliseconds();
    }

    private void AddTwin(JsonObject row) => Change(row, (tx, edited) =>
    {
        var twin = EventOf(row).Copy();
        twin["id"] = Ids.New("evt");
        tx.Add("event", twin.Text("account") ?? Store.Platform, twin);
        EventLog.AddDelivery(tx, twin.Id(), edited.Flag("connect"), (int)edited.Number("nth"), planned: true);
    });

    private JsonObject EventOf(JsonObject row) => Read(row.Need("event"));

    private JsonObject Read(string id)
    {
        lock (host.Store.Gate)
        {
            return host.Store.Find(id)?.Body ?? throw new InvalidOperationException($"{id} is gone");
        }
    }

    private void Change(JsonObject row, Action<Tx, JsonObject> change)
    {
        lock (host.Store.Gate)
        {
            // A reset, or the first of two identical deliveries, may have taken the row away meanwhile.
            if (host.Store.Find(row.Id()) is null) return;

            var tx = new Tx(host.Store, host.Options, host.Clock.Now);
            change(tx, tx.Edit(row.Id()));
            tx.Commit();
        }
    }
}
