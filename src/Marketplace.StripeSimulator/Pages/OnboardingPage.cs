using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.AccountLinks;
using Marketplace.StripeSimulator.State;
using static Marketplace.StripeSimulator.Pages.Html;

namespace Marketplace.StripeSimulator.Pages;

internal static class OnboardingPage
{
    public static PageFrame Form(JsonObject link, OnboardingForm form, Dictionary<string, string> errors)
    {
        var name = new Field("name", "Account holder")
        {
            Value = form.Name,
            Error = errors.GetValueOrDefault("name"),
            Autocomplete = "name",
        };
        var iban = new Field("iban", "IBAN")
        {
            Value = form.Iban,
            Error = errors.GetValueOrDefault("iban"),
            MaxLength = 42,
            Hint = $"Test accounts: {Onboard.GoodIban} works, payouts to {Onboard.FailingIban} come back.",
        };
        var body =
            $"""
            <section class="card narrow">
              <p class="muted">Payouts to your bank</p>
              <h1>Tell us who gets paid</h1>
              <p>Three answers, then you are back in the marketplace.</p>
              {(errors.Count > 0 ? """<p class="alert" role="alert">Please check the fields marked below.</p>""" : "")}
              <form method="post" novalidate>
                {BusinessType(form, errors)}
                {name}
                {iban}
                {End(form)}
                {Confirm(form, errors)}
                <button class="btn" type="submit">Save and return</button>
              </form>
              <p><a href="{E(link.Text("return_url"))}">Not now, go back</a></p>
            </section>
            """;
        return new PageFrame("Set up payouts", "../", body)
        {
            LeadsTo = [link.Text("return_url"), link.Text("refresh_url")],
        };
    }

    public static PageFrame Dashboard(JsonObject account, string balances)
    {
        var due = account.Child("requirements")!.TextList("currently_due").ToList();
        var state = due.Count > 0
            ? $"""<p class="alert">Still needed: {E(string.Join(", ", due))}</p>"""
            : "<p>Everything is in order.</p>";
        var body =
            $"""
            <section class="card narrow">
              <p class="muted">Seller account {E(account.Id())}</p>
              <h1>{E(account.Child("business_profile")?.Text("name") ?? "Your payouts")}</h1>
              {state}
              <ul class="lines">{balances}</ul>
              <p class="hint">The simulator shows no more than this. Money moves by its clock.</p>
            </section>
            """;
        return new PageFrame("Payouts", "../", body);
    }

    private static string BusinessType(OnboardingForm form, Dictionary<string, string> errors)
    {
        var error = errors.GetValueOrDefault("business_type");
        var note = error is null ? "" : $"""<p class="error" id="business-error">{E(error)}</p>""";
        return
            $"""
            <fieldset class="choices"{(error is null ? "" : " aria-describedby=\"business-error\"")}>
              <legend>What kind of business are you?</legend>
              {Choice("business_type", "individual", "One person", form.BusinessType)}
              {Choice("business_type", "company", "Company", form.BusinessType)}
              {Choice("business_type", "non_profit", "Non-profit", form.BusinessType)}
              {note}
            </fieldset>
            """;
    }

    private static string End(OnboardingForm form) =>
        $"""
        <fieldset class="choices">
          <legend>How should the simulated check end?</legend>
          {Choice("end", nameof(OnboardingEnd.Verified), "Verified: ready to be paid", form.End.ToString())}
          {Choice("end", nameof(OnboardingEnd.MoreNeeded), "One document is still missing", form.End.ToString())}
          {Choice("end", nameof(OnboardingEnd.Rejected), "Rejected", form.End.ToString())}
        </fieldset>
        """;

    private static string Choice(string name, string value, string label, string current) =>
        $"""
        <label class="choice"><input type="radio" name="{name}" value="{value}"{(current == value ? " checked" : "")}>
        {E(label)}</label>
        """;

    private static string Confirm(OnboardingForm form, Dictionary<string, string> errors)
    {
        var error = errors.GetValueOrDefault("confirmed");
        var note = error is null ? "" : $"""<p class="error" id="confirmed-error">{E(error)}</p>""";
        var ticked = form.Confirmed ? " checked" : "";
        var state = error is null ? "" : " aria-invalid=\"true\" aria-describedby=\"confirmed-error\"";
        return
            $"""
            <label class="choice"><input type="checkbox" name="confirmed" value="yes"{ticked}{state}>
            My details are right and I accept the terms</label>
            {note}
            """;
    }
}
