using Marketplace.Kernel.Results;
using Marketplace.Money.Statements;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Money;

/// <summary>A seller's month in one currency, as a page and as a file for the bookkeeper.</summary>
public sealed class StatementPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [FromRoute]
    public string Seller { get; set; } = "";

    public Statement Statement { get; private set; } = null!;

    public Page<StatementLine> Lines { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Numbers { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(string? month = null, string? currency = null, string? after = null)
    {
        var read = await sender.Send(new GetStatement(Blank(month), Blank(currency)), HttpContext.RequestAborted);
        if (!read.Ok) return this.Refused(read.Error);
        Statement = read.Value;
        var lines = await sender.Send(
            new ListStatementLines(Statement.Month, Statement.CurrencyCode, Blank(after)), HttpContext.RequestAborted);
        if (!lines.Ok) return this.Refused(lines.Error);
        Lines = lines.Value;
        Numbers = (await sender.Send(
            new GetPartNumbers([.. Lines.Items.Select(l => l.SellerOrderId).OfType<string>()]), HttpContext.RequestAborted)).Required();
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(string? month = null, string? currency = null)
    {
        var read = await sender.Send(new GetStatement(Blank(month), Blank(currency)), HttpContext.RequestAborted);
        return read.Ok ? new StatementFile(sender, read.Value, Seller) : this.Refused(read.Error);
    }

    public string Say(StatementKind kind) => kind switch
    {
        StatementKind.Sale => words["Sale"],
        StatementKind.Refund => words["Refund"],
        StatementKind.RefundReturned => words["Refund that came back"],
        StatementKind.Transfer => words["Transfer to your account"],
        StatementKind.Payout => words["Payout to your bank"],
        StatementKind.PayoutReturned => words["Payout that came back"],
        StatementKind.Other => words["Correction"],
    };

    public string Order(StatementLine line) =>
        line.SellerOrderId is { } id ? Numbers.GetValueOrDefault(id, "") : "";

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
