using System.ComponentModel;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Money.Settlement;
using Marketplace.Money.Statements;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Mediator;

namespace Marketplace.Web.Api;

[Description("Money of one currency, by where it is now.")]
internal sealed record BalanceShape(
    string CurrencyCode, long HeldMinor, long PayableMinor, long TransferredMinor, long PaidMinor, long OwedBackMinor,
    DateTime? NextReleaseAt);

[Description("Balances, one a currency.")]
internal sealed record BalanceList(IReadOnlyList<BalanceShape> Balances);

[Description("Money sent to your bank.")]
internal sealed record PayoutShape(
    string Id, string CurrencyCode, long AmountMinor, string State, DateTime CreatedAt, DateTime? ArrivesAt, string? FailureMessage);

[Description("The latest twenty payouts, the newest first.")]
internal sealed record PayoutList(IReadOnlyList<PayoutShape> Payouts);

[Description("One movement of a month's statement. Deductions are negative.")]
internal sealed record StatementLineShape(
    string Id, DateTime At, StatementKind Kind, string? OrderId, string Reference, long GrossMinor, long DiscountMinor, long TaxMinor,
    long CommissionMinor, long CommissionTaxMinor, long BalanceMinor, long AccountMinor);

/// <summary>A seller's money: where it is, what was paid out, and every movement of a month.</summary>
internal static class MoneyApi
{
    private const string Tag = "Money";
    private static readonly DateTime Then = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/balance", BalanceAsync)
            .Describe("getBalance", Tag, "Read your balance", ApiScopes.MoneyRead,
                "Held until delivery and the days after it, then payable, transferred to your account, paid to your bank.")
            .Gives(200, "One line a currency.", new BalanceList([new BalanceShape("EUR", 41200, 12900, 0, 250000, 0, Then)]));
        api.MapGet("/payouts", PayoutsAsync)
            .Describe("listPayouts", Tag, "List your latest payouts", ApiScopes.MoneyRead)
            .Gives(200, "The latest twenty.", new PayoutList(
                [new PayoutShape("po_1Q8example", "EUR", 250000, "paid", Then, Then.AddDays(2), null)]));
        api.MapGet("/statements/{month}/lines", LinesAsync)
            .Describe("listStatementLines", Tag, "List a month's movements", ApiScopes.MoneyRead,
                "As they were booked. A month that has ended never changes again.")
            .At("month", "A month of UTC.", "2026-03")
            .With(
                new ApiParameter("currency", "The currency; without it EUR.", "EUR") { Pattern = "^[A-Z]{3}$" },
                ApiParameter.Limit(ListStatementLines.MaximumSize), ApiParameter.Cursor)
            .Gives(200, "A page of movements.", new ApiPage<StatementLineShape>(
                [new StatementLineShape(
                    "01km8x4cdy7z9a1b3c5d7e9f0g", Then, StatementKind.Sale, ExampleId.Order, "sale:100042-1", 2295, 0, 0,
                    -230, -44, 2021, 0)],
                null))
            .Refuses(404, "statement.no-such-month", "There is no statement of this month and currency.");
    }

    private static async Task<IResult> BalanceAsync(HttpContext http, ISender sender)
    {
        var found = await sender.Send(new GetSellerBalances(), http.RequestAborted);
        return found.Ok
            ? Results.Ok(new BalanceList([.. found.Value.Select(b => new BalanceShape(
                b.CurrencyCode, b.HeldMinor, b.PayableMinor, b.TransferredMinor, b.PaidMinor, b.OwedBackMinor, b.NextReleaseUtc))]))
            : new ApiRefusal(found.Error);
    }

    private static async Task<IResult> PayoutsAsync(HttpContext http, ISender sender)
    {
        var found = await sender.Send(new GetSellerMoney(), http.RequestAborted);
        return found.Ok
            ? Results.Ok(new PayoutList([.. found.Value.Payouts.Select(p => new PayoutShape(
                p.Id, p.CurrencyCode, p.AmountMinor, p.State, p.CreatedAtUtc, p.ArrivesAtUtc, p.FailureMessage))]))
            : new ApiRefusal(found.Error);
    }

    private static async Task<IResult> LinesAsync(HttpContext http, ISender sender)
    {
        var cursor = Cursor.Read(http);
        if (!cursor.Ok) return new ApiRefusal(cursor.Error);
        var found = await sender.Send(
            new ListStatementLines(
                Query.Path(http, "month"), Query.Text(http, "currency") ?? "EUR", cursor.Value.Text, Query.Number(http, "limit", 50)),
            http.RequestAborted);
        return found.Ok
            ? Results.Ok(new ApiPage<StatementLineShape>([.. found.Value.Items.Select(Line)], Cursor.Write(found.Value.Next)))
            : new ApiRefusal(found.Error);
    }

    private static StatementLineShape Line(StatementLine line) => new(
        line.JournalId, line.AtUtc, line.Kind, PublicId.OrNull(PublicId.Order, line.SellerOrderId), line.Reference,
        line.Figures.GrossMinor, line.Figures.DiscountMinor, line.Figures.TaxMinor, line.Figures.CommissionMinor,
        line.Figures.CommissionTaxMinor, line.Figures.BalanceMinor, line.Figures.AccountMinor);
}
