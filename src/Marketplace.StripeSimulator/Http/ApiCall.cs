using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marketplace.StripeSimulator.Http;

/// <summary>One checked request, inside its unit of work.</summary>
/// <param name="Account">The connected account of the `Stripe-Account` header; empty for the platform.</param>
internal sealed record ApiCall(
    Tx Tx, JsonObject Params, string Account, RouteValueDictionary Route, SimulatorHost Host)
{
    public string RouteId(string name = "id") => (string)Route[name]!;

    /// <summary>The object of the route, or 404 as Stripe words it.</summary>
    public JsonObject Need(string kind, string what, string name = "id") =>
        Tx.Find(kind, Account, RouteId(name)) ?? throw ApiError.NoSuch(what, RouteId(name), "id");
}
