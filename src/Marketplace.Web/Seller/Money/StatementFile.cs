using System.Globalization;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Statements;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;

namespace Marketplace.Web.Seller.Money;

/// <summary>
/// The statement as CSV: opening, every movement, closing. Read and sent five hundred at a time, so that a year of a
/// large shop needs no more memory than a day of a small one.
/// </summary>
internal sealed class StatementFile(ISender sender, Statement statement, string seller) : IActionResult
{
    private static readonly string[] Header =
    [
        "Date (UTC)", "Kind", "Order", "Reference", "Currency", "Gross", "Platform discount", "Tax", "Commission", "Commission tax",
        "Balance change", "Account change", "Balance", "Account",
    ];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, cancellation) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition =
            $"attachment; filename=\"statement-{seller}-{statement.Month}-{statement.CurrencyCode}.csv\"";
        response.Headers.CacheControl = "no-store";
        var csv = new CsvWriter(response.Body);
        foreach (var title in Header) csv.Text(title);
        await csv.EndRowAsync(cancellation);
        var balance = statement.Opening;
        await RowAsync(csv, new Row(statement.BeginsUtc, "Opening", "", "", StatementFigures.Zero, balance), cancellation);
        for (string? after = null; ;)
        {
            var page = (await sender.Send(
                new ListStatementLines(statement.Month, statement.CurrencyCode, after, ListStatementLines.MaximumSize),
                cancellation)).Required();
            var numbers = (await sender.Send(
                new GetPartNumbers([.. page.Items.Select(l => l.SellerOrderId).OfType<string>()]), cancellation)).Required();
            foreach (var line in page.Items)
            {
                balance = new StatementBalance(
                    balance.HereMinor + line.Figures.BalanceMinor, balance.AccountMinor + line.Figures.AccountMinor);
                var number = line.SellerOrderId is { } id ? numbers.GetValueOrDefault(id, "") : "";
                await RowAsync(
                    csv, new Row(line.AtUtc, line.Kind.ToString(), number, line.Reference, line.Figures, balance), cancellation);
            }

            if (page.Next is null) break;
            after = page.Next;
        }

        await RowAsync(csv, new Row(statement.EndsUtc, "Closing", "", "", StatementFigures.Zero, balance), cancellation);
    }

    private sealed record Row(
        DateTime AtUtc, string Kind, string Order, string Reference, StatementFigures Figures, StatementBalance Balance);

    private Task RowAsync(CsvWriter csv, Row row, CancellationToken cancellation)
    {
        var exponent = Currency.Of(statement.CurrencyCode).Exponent;
        var figures = row.Figures;
        csv.Text(row.AtUtc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).Text(row.Kind).Text(row.Order)
            .Text(row.Reference).Text(statement.CurrencyCode);
        foreach (var minor in (long[])
            [
                figures.GrossMinor, figures.DiscountMinor, figures.TaxMinor, figures.CommissionMinor,
                figures.CommissionTaxMinor, figures.BalanceMinor, figures.AccountMinor, row.Balance.HereMinor,
                row.Balance.AccountMinor,
            ])
            csv.Number(new Amount(minor, statement.CurrencyCode).ToMajor(), exponent);
        return csv.EndRowAsync(cancellation);
    }
}
