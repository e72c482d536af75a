using System.Text.Json.Nodes;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Api;

public sealed class HookDocumentTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    /// <summary>What the market really did is held against what the document says of it.</summary>
    [Fact]
    public async Task Every_event_is_in_the_document_and_looks_as_it_says()
    {
        var described = world.Document["webhooks"]!.AsObject();
        var sent = await world.Market.Site.WithPlatformAsync(
            db => db.HookDeliveries.AsNoTracking().Where(d => d.Payload != "{}").ToListAsync());

        Assert.Equal([.. HookEvents.All.Append(HookEvents.Test).Order()], described.Select(w => w.Key).Order());
        Assert.Superset(
            new HashSet<string>
            {
                HookEvents.OrderPlaced, HookEvents.OrderShipped, HookEvents.OrderDelivered, HookEvents.CancellationRequested,
                HookEvents.ReviewReceived, HookEvents.QuestionReceived, HookEvents.MessageReceived,
            },
            sent.Select(d => d.EventType).ToHashSet());
        Nothing.In(sent.SelectMany(d => world.Schemas.Problems(
            JsonNode.Parse(d.Payload), described[d.EventType]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!)
            .Select(problem => $"{d.EventType}: {problem}")));
        Assert.DoesNotContain(sent, d => d.Payload.Contains("mara", StringComparison.OrdinalIgnoreCase));
    }
}
