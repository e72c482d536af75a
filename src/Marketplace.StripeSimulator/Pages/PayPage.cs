using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Checkout;
using Marketplace.StripeSimulator.PaymentIntents;
using Marketplace.StripeSimulator.State;
using static Marketplace.StripeSimulator.Pages.Html;

namespace Marketplace.StripeSimulator.Pages;

/// <summary>The hosted pay page: what is bought, how to pay, one button that says what it costs.</summary>
internal static class PayPage
{
    private const string Root = "../../";

    public static PageFrame Open(JsonObject session, PayForm form)
    {
        var total = Currencies.Format(session.Number("amount_total"), session.Need("currency"));
        var body =
            $"""
            <div class="split">
              <section class="summary" aria-labelledby="what">
                {Back(session)}
                <h1 id="what"><span class="muted">To pay</span> {E(total)}</h1>
                {Lines(session)}
              </section>
              <section aria-labelledby="how">
                <h2 id="how">Payment</h2>
                {Alert(form)}
                <form method="post" novalidate>
                  {Email(form)}
                  {Methods(form)}
                  <button class="btn" type="submit">Pay {E(total)}</button>
                </form>
                {TestNumbers()}
              </section>
            </div>
            """;
        return new PageFrame($"Pay {total}", Root, body)
        {
            LeadsTo = [session.Text("success_url"), session.Text("cancel_url")],
        };
    }

    public static PageFrame Closed(JsonObject session)
    {
        var complete = session.Text("status") == "complete";
        var body =
            $"""
            <section class="card narrow">
              <h1>{(complete ? "This order is paid or on its way" : "This payment page has expired")}</h1>
              <p>{(complete
                ? "Nothing more to do here. You can close this page."
                : "Nothing was charged. Go back to the shop to start again.")}</p>
              {Back(session)}
            </section>
            """;
        return new PageFrame(complete ? "Completed" : "Expired", Root, body);
    }

    public static PageFrame Challenge(JsonObject session)
    {
        var total = Currencies.Format(session.Number("amount_total"), session.Need("currency"));
        var body =
            $"""
            <section class="card narrow">
              <p class="muted">3-D Secure · Simulated Bank</p>
              <h1>Do you confirm this payment of {E(total)}?</h1>
              <p>Your bank wants to be sure that it is you. Nothing is charged before you decide.</p>
              <form method="post" class="pair">
                <button class="btn" name="answer" value="complete">Complete authentication</button>
                <button class="btn second" name="answer" value="fail">Fail authentication</button>
              </form>
            </section>
            """;
        return new PageFrame("Confirm with your bank", "../../../", body)
        {
            LeadsTo = [session.Text("success_url"), session.Text("cancel_url")],
        };
    }

    private static string Back(JsonObject session) => session.Text("cancel_url") is { } url
        ? $"""<p><a class="back" href="{E(url)}">← Back to the shop</a></p>"""
        : "";

    private static string Lines(JsonObject session)
    {
        var rows = SessionRoutes.Items(session).Select(item =>
            $"""
            <li><span>{E(item.Text("description"))}{Quantity(item.Number("quantity"))}</span>
            <span>{E(Currencies.Format(item.Number("amount_total"), item.Need("currency")))}</span></li>
            """);
        var total = Currencies.Format(session.Number("amount_total"), session.Need("currency"));
        return
            $"""
            <ul class="lines">{string.Concat(rows)}
            <li class="total"><span>Total</span><span>{E(total)}</span></li></ul>
            """;
    }

    private static string Quantity(long quantity) => quantity > 1 ? $" <span class=\"muted\">× {quantity}</span>" : "";

    private static string Alert(PayForm form)
    {
        if (form.Errors.Count == 0) return "";

        var text = form.Errors.GetValueOrDefault("form")
            ?? "Please check the fields marked below. Nothing was charged.";
        return $"""<p class="alert" role="alert">{E(text)}</p>""";
    }

    private static string Methods(PayForm form) =>
        $"""
        <fieldset class="methods">
          <legend>How do you want to pay?</legend>
          <input type="radio" id="m-card" name="method" value="card"{(form.ByDebit ? "" : " checked")}>
          <label for="m-card">Card</label>
          <input type="radio" id="m-debit" name="method" value="bank_debit"{(form.ByDebit ? " checked" : "")}>
          <label for="m-debit">Bank debit</label>
          <div class="panel by-card">{CardFields(form)}</div>
          <div class="panel by-debit">{DebitFields(form)}</div>
        </fieldset>
        """;

    private static Field Email(PayForm form) => new("email", "E-mail")
    {
        Value = form.Email,
        Error = Error(form, "email"),
        Type = "email",
        InputMode = "email",
        Autocomplete = "email",
    };

    private static string CardFields(PayForm form)
    {
        var number = Digits("number", "Card number", form.Number, form) with
        {
            Autocomplete = "cc-number",
            Placeholder = "4242 4242 4242 4242",
            MaxLength = 30,
        };
        var expiry = Digits("expiry", "Expiry (MM / YY)", form.Expiry, form) with
        {
            Autocomplete = "cc-exp",
            Placeholder = "12 / 34",
            MaxLength = 9,
        };
        var cvc = Digits("cvc", "Security code", form.Cvc, form) with
        {
            Autocomplete = "cc-csc",
            Placeholder = "123",
            MaxLength = 4,
        };
        var name = new Field("name", "Name on card (optional)") { Value = form.Name, Autocomplete = "cc-name" };
        return $"""{number}<div class="pair">{expiry}{cvc}</div>{name}""";
    }

    private static Field Digits(string name, string label, string value, PayForm form) =>
        new(name, label) { Value = value, Error = Error(form, name), InputMode = "numeric" };

    private static string DebitFields(PayForm form) =>
        new Field("iban", "IBAN")
        {
            Value = form.Iban,
            Error = Error(form, "iban"),
            Placeholder = "DE89 3704 0044 0532 0130 00",
            Hint = "The money arrives some days later. The shop ships once it is there.",
            MaxLength = 42,
        }.ToString();

    private static string TestNumbers()
    {
        var cards = TestCard.All.Select(card => Row(Spaced(card.Number), card.Hint));
        var debits = BankDebit.All.Select(debit => Row(Spaced(debit.Iban), debit.Hint));
        return
            $"""
            <details class="numbers">
              <summary>Test cards and accounts</summary>
              <p class="hint">Any future expiry and any security code will do.</p>
              <table><thead><tr><th scope="col">Number</th><th scope="col">What happens</th></tr></thead>
              <tbody>{string.Concat(cards)}{string.Concat(debits)}</tbody></table>
            </details>
            """;
    }

    private static string Row(string number, string hint) =>
        $"<tr><td><code>{E(number)}</code></td><td>{E(hint)}</td></tr>";

    private static string Spaced(string number) => string.Join(' ', number.Chunk(4).Select(group => new string(group)));

    private static string? Error(PayForm form, string name) => form.Errors.GetValueOrDefault(name);
}
