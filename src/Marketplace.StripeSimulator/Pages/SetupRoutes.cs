using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.AccountLinks;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marketplace.StripeSimulator.Pages;

/// <summary>The seller's side: onboarding by a single-use link, and a small view of the account.</summary>
internal static class SetupRoutes
{
    public static void Map(IEndpointRouteBuilder endpoints, SimulatorHost host)
    {
        endpoints.MapGet("/setup/{id}", (HttpContext context, string id) => Open(context, host, id));
        endpoints.MapPost("/setup/{id}", (HttpContext context, string id) => SaveAsync(context, host, id));
        endpoints.MapGet("/express/{id}", (HttpContext context, string id) => Dashboard(context, host, id));
    }

    // The first visit uses the link up; a reload, a second person or a late one is sent to fetch a new link.
    private static IResult Open(HttpContext context, SimulatorHost host, string id)
    {
        var (link, fresh) = host.Control.Do<(JsonObject? Link, bool Fresh)>(tx =>
        {
            if (tx.Find(AccountLinkRoutes.Kind, Store.Platform, id) is not { } row) return (null, false);
            if (row.Flag("visited") || row.Number("expires_at") <= tx.NowUnix) return (row, false);

            tx.Edit(id)["visited"] = true;
            return (row, true);
        });
        if (link is null) return PageRoutes.NotFound(context, "../");
        if (!fresh) return Html.SeeOther(context, link.Need("refresh_url"));

        return Html.Page(context, OnboardingPage.Form(link, OnboardingForm.Empty, []));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, SimulatorHost host, string id)
    {
        var fields = await context.Request.ReadFormAsync();
        var form = new OnboardingForm(
            fields["business_type"].ToString(),
            fields["name"].ToString(),
            fields["iban"].ToString(),
            Confirmed: fields["confirmed"] == "yes",
            Enum.TryParse<OnboardingEnd>(fields["end"], out var end) ? end : OnboardingEnd.Verified);
        var link = host.Control.Do(tx => tx.Find(AccountLinkRoutes.Kind, Store.Platform, id));
        if (link is null) return PageRoutes.NotFound(context, "../");

        var errors = Onboard.Check(form);
        if (errors.Count > 0) return Html.Page(context, OnboardingPage.Form(link, form, errors), 422);

        // Saved once: going back and sending again changes nothing.
        host.Control.Do(tx =>
        {
            if (tx.Find(id)!.Body.Flag("saved")) return false;

            tx.Edit(id)["saved"] = true;
            Onboard.Run(tx, link.Need("account"), form);
            return true;
        });
        return Html.SeeOther(context, link.Need("return_url"));
    }

    private static IResult Dashboard(HttpContext context, SimulatorHost host, string id)
    {
        var (account, balances) = host.Control.Do(tx =>
        {
            var lines = tx.Currencies(id).Select(currency => Line(tx, id, currency));
            return (tx.Find("account", Store.Platform, id), string.Concat(lines));
        });
        return account is null
            ? PageRoutes.NotFound(context, "../")
            : Html.Page(context, OnboardingPage.Dashboard(account, balances));
    }

    private static string Line(Tx tx, string account, string currency)
    {
        var (available, pending) = tx.Balance(account, currency);
        return $"<li><span>Available</span><span>{Html.E(Currencies.Format(available, currency))}</span></li>"
            + $"<li><span>On its way</span><span>{Html.E(Currencies.Format(pending, currency))}</span></li>";
    }
}
