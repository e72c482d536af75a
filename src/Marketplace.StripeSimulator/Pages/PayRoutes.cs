using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Checkout;
using Marketplace.StripeSimulator.PaymentIntents;
using Marketplace.StripeSimulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marketplace.StripeSimulator.Pages;

/// <summary>The pay page and the bank's challenge: post, redirect, get.</summary>
internal static class PayRoutes
{
    private const string Challenge = "/c/pay/{id}/challenge";

    public static void Map(IEndpointRouteBuilder endpoints, SimulatorHost host)
    {
        endpoints.MapGet("/c/pay/{id}", (HttpContext context, string id) => Show(context, host, id));
        endpoints.MapPost("/c/pay/{id}", (HttpContext context, string id) => PayAsync(context, host, id));
        endpoints.MapGet(Challenge, (HttpContext context, string id) => ShowChallenge(context, host, id));
        endpoints.MapPost(Challenge, (HttpContext context, string id) => AnswerAsync(context, host, id));
    }

    private static IResult Show(HttpContext context, SimulatorHost host, string id)
    {
        if (Find(host, id) is not { } session) return PageRoutes.NotFound(context, "../../");
        if (session.Text("status") != "open") return Html.Page(context, PayPage.Closed(session));

        return Html.Page(context, PayPage.Open(session, Fresh(host, session)));
    }

    private static PayForm Fresh(SimulatorHost host, JsonObject session)
    {
        var form = new PayForm { Email = session.Text("customer_email") ?? "" };
        var failed = session.Text("payment_intent") is { } intent
            ? host.Control.Do(tx => tx.Find(intent)?.Body.Child("last_payment_error")?.Text("message"))
            : null;
        // A failed challenge comes back by redirect: say why the page is here again.
        if (failed is not null) form.Errors["form"] = failed;
        return form;
    }

    private static async Task<IResult> PayAsync(HttpContext context, SimulatorHost host, string id)
    {
        var form = await PayForm.ReadAsync(context);
        if (Find(host, id) is not { } session) return PageRoutes.NotFound(context, "../../");
        if (session.Text("status") != "open") return Html.Page(context, PayPage.Closed(session), 409);
        if (!form.Check(host.Clock.Now)) return Html.Page(context, PayPage.Open(session, form), 422);

        var outcome = host.Control.Do(tx => Pay(tx, id, form));
        if (outcome.Result is PayResult.RequiresAction) return Html.SeeOther(context, $"{id}/challenge");
        if (outcome.Error is null) return Html.SeeOther(context, SuccessUrl(session));

        form.Errors["form"] = $"{outcome.Error} Nothing was charged. Try another card or another way to pay.";
        return Html.Page(context, PayPage.Open(session, form), 402);
    }

    private static PayOutcome Pay(Tx tx, string id, PayForm form)
    {
        // Two tabs: the second finds the session completed and is told so by its redirect.
        if (tx.Find(id)!.Body.Text("status") != "open") return new PayOutcome(PayResult.Succeeded);

        var payer = new Payer(form.Email, form.Name.Length > 0 ? form.Name : null);
        return form.ByDebit
            ? PaySession.ByBankDebit(tx, id, BankDebit.Find(form.Iban)!, payer)
            : PaySession.ByCard(tx, id, TestCard.Find(form.Number)!, payer);
    }

    private static IResult ShowChallenge(HttpContext context, SimulatorHost host, string id)
    {
        if (Find(host, id) is not { } session) return PageRoutes.NotFound(context, "../../../");

        return host.Control.Do(tx => PaySession.AwaitsChallenge(tx, session))
            ? Html.Page(context, PayPage.Challenge(session))
            : Html.SeeOther(context, $"../{id}");
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, SimulatorHost host, string id)
    {
        var form = await context.Request.ReadFormAsync();
        if (Find(host, id) is not { } session) return PageRoutes.NotFound(context, "../../../");

        var passed = form["answer"] == "complete";
        var outcome = host.Control.Do(tx => PaySession.AwaitsChallenge(tx, tx.Find(id)!.Body)
            ? PaySession.AnswerChallenge(tx, id, passed)
            : null);
        return Html.SeeOther(context, outcome is { Error: null } ? SuccessUrl(session) : $"../{id}");
    }

    private static JsonObject? Find(SimulatorHost host, string id) =>
        host.Control.Do(tx => tx.Find("checkout.session", Store.Platform, id));

    private static string SuccessUrl(JsonObject session) =>
        session.Need("success_url").Replace("{CHECKOUT_SESSION_ID}", session.Id(), StringComparison.Ordinal);
}
