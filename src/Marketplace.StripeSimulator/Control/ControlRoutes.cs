using Marketplace.StripeSimulator.Faults;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marketplace.StripeSimulator.Control;

internal sealed record ClockChange(double? AdvanceSeconds, DateTimeOffset? Set);

internal sealed record PayRequest(string? Card, string? Email);

internal sealed record RequirementsRequest(IReadOnlyList<string> CurrentlyDue, string? DisabledReason);

internal sealed record OnboardRequest(string? Iban);

internal sealed record DisputeRequest(string Charge, long? AmountMinor, string? Reason, bool Inquiry);

internal sealed record Decision(bool Won);

internal sealed record StatusRequest(string Status);

/// <summary>
/// `/_control`: what <see cref="SimulatorControl"/> offers, for other processes. Plain JSON, camel case.
/// </summary>
internal static class ControlRoutes
{
    public static void Map(IEndpointRouteBuilder endpoints, SimulatorHost host)
    {
        var control = host.Control;
        var routes = endpoints.MapGroup("/_control");
        routes.MapGet("/health", () => Results.Ok(new { status = "ok", simulator = true }));
        routes.MapPost("/reset", () => Done(control.Reset));
        MapTime(routes, host);
        MapTrouble(routes, host);
        MapPeople(routes, control);
        routes.AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (ApiError error)
            {
                return Results.BadRequest(new { error = error.Message });
            }
        });
    }

    private static void MapTime(IEndpointRouteBuilder routes, SimulatorHost host)
    {
        routes.MapGet("/clock", () => Results.Ok(new { now = host.Control.Now }));
        routes.MapPost("/clock", async (ClockChange change, CancellationToken cancellation) =>
        {
            var by = change.Set is { } set ? set - host.Control.Now : TimeSpan.FromSeconds(change.AdvanceSeconds ?? 0);
            if (by < TimeSpan.Zero) return Results.BadRequest(new { error = "The clock only moves forward." });

            await host.Control.AdvanceAsync(by, cancellation);
            return Results.Ok(new { now = host.Control.Now });
        });
    }

    private static void MapTrouble(IEndpointRouteBuilder routes, SimulatorHost host)
    {
        routes.MapGet("/faults", () => Results.Ok(host.Faults.All()));
        routes.MapPost("/faults", (Fault fault) => Done(() => host.Control.AddFault(fault)));
        routes.MapDelete("/faults", () => Done(host.Control.ClearTrouble));
        routes.MapPost("/webhooks/rules", (WebhookRule rule) => Done(() => host.Control.AddWebhookRule(rule)));
        routes.MapPost("/webhooks/deliver", async (CancellationToken cancellation) =>
            Results.Ok(new { sent = await host.Control.DeliverNowAsync(cancellation) }));
        routes.MapPost("/webhooks/targets", (IReadOnlyList<WebhookTarget> targets) =>
            Done(() => host.Options.Webhooks = targets));
    }

    private static void MapPeople(IEndpointRouteBuilder routes, SimulatorControl control)
    {
        routes.MapPost("/checkout/{id}/pay", (string id, PayRequest request) => Results.Ok(new
        {
            error = control.Pay(id, request.Card ?? "4242424242424242", request.Email ?? "buyer@example.com"),
        }));
        routes.MapPost("/accounts/{id}/onboard", (string id, OnboardRequest request) =>
            Done(() => control.Onboard(id, request.Iban ?? AccountLinks.Onboard.GoodIban)));
        routes.MapPost("/accounts/{id}/requirements", (string id, RequirementsRequest request) =>
            Done(() => control.SetRequirements(id, request.CurrentlyDue, request.DisabledReason)));
        routes.MapPost("/disputes", (DisputeRequest request) => Results.Ok(new
        {
            id = control.Dispute(request.Charge, request.AmountMinor, request.Reason ?? "fraudulent", request.Inquiry),
        }));
        routes.MapPost("/disputes/{id}/decide", (string id, Decision decision) =>
            Done(() => control.DecideDispute(id, decision.Won)));
        routes.MapPost("/refunds/{id}", (string id, StatusRequest request) =>
            Done(() => control.FinishRefund(id, request.Status)));
        routes.MapPost("/payouts/{id}/fail", (string id) => Done(() => control.FailPayout(id)));
    }

    private static IResult Done(Action act)
    {
        act();
        return Results.NoContent();
    }
}
