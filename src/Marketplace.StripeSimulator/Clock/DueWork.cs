using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Clock;

/// <summary>Work that falls due by the clock, kept as documents so that it survives a restart.</summary>
internal static class DueWork
{
    public const string Kind = "_task";

    public static void At(
        Tx tx, DateTimeOffset due, string work, string account, string target, JsonObject? data = null)
    {
        tx.Add(Kind, Store.Platform, new JsonObject
        {
            ["id"] = Ids.New("_task"),
            ["due"] = due.ToUnixTimeMilliseconds(),
            ["work"] = work,
            ["account"] = account,
            ["target"] = target,
            ["data"] = data,
        });
    }

    public static DateTimeOffset Due(JsonObject task) => DateTimeOffset.FromUnixTimeMilliseconds(task.Number("due"));
}
