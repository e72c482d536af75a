using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <param name="WasMinor">What the form showed; null: no price.</param>
/// <param name="NowMinor">Null: no longer sold in this currency.</param>
public sealed record PriceEdit(string CurrencyCode, long? WasMinor, long? NowMinor);

/// <summary>
/// Changes some prices and counts of one variant and leaves the others as they are. A price that somebody else changed
/// since it was shown is not overwritten; a count is applied as the difference, so that sales meanwhile stay sold.
/// Errors: <c>listing.row-changed</c> with fields <c>Prices[i]</c>, and those of prices (<c>Prices[i]</c>) and stock.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record EditVariantRow(string OfferId, IReadOnlyList<PriceEdit> Prices, IReadOnlyList<StockDraft> Stock)
    : ICommand<Result>, ISellerTransaction;

internal sealed class EditVariantRowValidator : AbstractValidator<EditVariantRow>
{
    public EditVariantRowValidator()
    {
        RuleFor(m => m.Prices).Must(p => p.Count <= 50).WithMessage("At most 50 prices at once.")
            .Must(p => p.Select(x => x.CurrencyCode).Distinct().Count() == p.Count).WithMessage("A currency is there twice.");
        RuleFor(m => m.Stock).Must(s => s.Count <= 50).WithMessage("At most 50 counts at once.");
        RuleForEach(m => m.Stock).Must(s => s.Now is >= 0 and <= 1_000_000).WithMessage("A count lies between 0 and 1,000,000.");
    }
}

internal sealed class EditVariantRowHandler(SellerDb db, ISender sender) : ICommandHandler<EditVariantRow, Result>
{
    public async ValueTask<Result> Handle(EditVariantRow command, CancellationToken cancellationToken)
    {
        if (command.Prices.Count > 0 && await PriceAsync(command, cancellationToken) is { } unpriced) return unpriced;
        var counts = command.Stock.Where(s => s.Now != s.Was)
            .Select(s => new StockChange(command.OfferId, s.LocationId, s.Now - s.Was)).ToList();
        if (counts.Count == 0) return Result.Success();
        var counted = await sender.Send(new ChangeStock(counts, StockReason.Counted, ""), cancellationToken);
        return counted.Ok ? counted : counted.Error with
        {
            Fields = new Dictionary<string, string[]> { ["Stock"] = [counted.Error.Message] },
        };
    }

    private async Task<Error?> PriceAsync(EditVariantRow command, CancellationToken cancellation)
    {
        var rows = await db.OfferPrices.AsNoTracking().Where(p => p.TenantId == db.TenantId && p.OfferId == command.OfferId)
            .ToDictionaryAsync(p => p.CurrencyCode, StringComparer.Ordinal, cancellation);
        if (Overtaken(command, rows) is { } overtaken) return overtaken;

        var edits = command.Prices.ToDictionary(p => p.CurrencyCode, StringComparer.Ordinal);
        var prices = rows.Values.Where(r => !edits.ContainsKey(r.CurrencyCode))
            .Select(r => new PriceToSet(r.CurrencyCode, r.PriceMinor, r.CompareAtMinor))
            .Concat(command.Prices.Where(p => p.NowMinor is not null).Select(p => new PriceToSet(
                p.CurrencyCode, p.NowMinor!.Value, Before(rows.GetValueOrDefault(p.CurrencyCode), p.NowMinor.Value)))).ToList();
        var priced = await sender.Send(new SetPrices([new PricesOfOffer(command.OfferId, prices)]), cancellation);
        if (priced.Ok) return null;
        return priced.Error with
        {
            Fields = priced.Error.Fields?.ToDictionary(f => FieldOf(f.Key, prices, command), f => f.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>A crossed-out price that is not higher any more is nothing to cross out.</summary>
    private static long? Before(OfferPrice? row, long priceMinor) => row?.CompareAtMinor > priceMinor ? row.CompareAtMinor : null;

    private static Error? Overtaken(EditVariantRow command, Dictionary<string, OfferPrice> rows)
    {
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var i = 0; i < command.Prices.Count; i++)
        {
            var (price, row) = (command.Prices[i], rows.GetValueOrDefault(command.Prices[i].CurrencyCode));
            if (row?.PriceMinor == price.WasMinor) continue;
            fields[$"Prices[{i}]"] = [row is null
                ? "Somebody took this price away meanwhile."
                : $"Somebody changed it to {new Amount(row.PriceMinor, row.CurrencyCode)} meanwhile."];
        }

        return fields.Count == 0 ? null : ListingErrors.RowChanged with { Fields = fields };
    }

    private static string FieldOf(string field, List<PriceToSet> prices, EditVariantRow command)
    {
        var at = field.StartsWith("Offers[0].Prices[", StringComparison.Ordinal) && int.TryParse(field[17..^1], out var p) ? p : 0;
        var edit = command.Prices.ToList().FindIndex(e => e.CurrencyCode == prices[at].CurrencyCode);
        return $"Prices[{Math.Max(edit, 0)}]";
    }
}
