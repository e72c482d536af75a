using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Pricing.Contracts;

public sealed record PriceToSet(string CurrencyCode, long PriceMinor, long? CompareAtMinor = null);

/// <param name="Prices">All of them: a currency that is not named loses its price.</param>
public sealed record PricesOfOffer(string OfferId, IReadOnlyList<PriceToSet> Prices);

/// <summary>
/// Sets what offers cost, in effect at once; each change is kept. Errors: <c>price.no-such-offer</c>,
/// <c>price.under-sale</c>, and fields by <c>Offers[i].Prices[j]</c>: unknown currency, not whole quanta, under the
/// least amount that can be charged,
/// a crossed-out price that is not higher.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record SetPrices(IReadOnlyList<PricesOfOffer> Offers) : ICommand<Result>, ISellerTransaction;

internal sealed class SetPricesValidator : AbstractValidator<SetPrices>
{
    public const long Maximum = 100_000_000_000;

    public SetPricesValidator()
    {
        RuleFor(m => m.Offers).Must(o => o.Count <= 1000).WithMessage("At most 1,000 offers at once.");
        RuleForEach(m => m.Offers).ChildRules(o => o.RuleForEach(x => x.Prices).Custom((price, context) =>
        {
            if (Problem(price) is { } problem) context.AddFailure(problem);
        }));
    }

    internal static string? Problem(PriceToSet price)
    {
        if (Currency.Find(price.CurrencyCode) is not { } currency) return $"{price.CurrencyCode} is not sold in.";
        if (price.PriceMinor < currency.MinimumChargeMinor || price.PriceMinor > Maximum)
            return $"A price in {currency.Code} is at least {new Amount(currency.MinimumChargeMinor, currency.Code)}.";
        if (!currency.IsWholeQuanta(price.PriceMinor) || !currency.IsWholeQuanta(price.CompareAtMinor ?? 0))
            return $"{currency.Code} is sold in steps of {new Amount(currency.QuantumMinor, currency.Code)}.";
        return price.CompareAtMinor is { } before && before <= price.PriceMinor
            ? "The crossed-out price must be above the price." : null;
    }
}

internal sealed class SetPricesHandler(SellerDb db, ISender sender, EventBuffer events, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<SetPrices, Result>
{
    public async ValueTask<Result> Handle(SetPrices command, CancellationToken cancellationToken)
    {
        var ids = command.Offers.Select(o => o.OfferId).Distinct(StringComparer.Ordinal).ToList();
        var variants = (await sender.Send(new FindOwnVariants(ids), cancellationToken)).Required();
        if (variants.Count != ids.Count) return PriceErrors.NoSuchOffer;

        var rows = (await db.OfferPrices.Where(p => p.TenantId == db.TenantId && ids.Contains(p.OfferId))
            .ToListAsync(cancellationToken)).ToLookup(p => p.OfferId, StringComparer.Ordinal);
        if (UnderItsSale(command, rows) is { } refused) return refused;
        var log = await PriceLog.ReadAsync(db, db.TenantId, ids, caller.Caller.Actor, clock, cancellationToken);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var offer in command.Offers)
        {
            if (Apply(offer, [.. rows[offer.OfferId]], log)) changed.Add(offer.OfferId);
        }

        // Saved now: a publication in the same transaction reads the prices it shows.
        await db.SaveChangesAsync(cancellationToken);
        await PriceNews.TellAsync(
            db, events, [.. variants.Where(v => changed.Contains(v.VariantId) && v.IsShown)
                .Select(v => (db.TenantId, v.ListingId, v.GroupGtin))],
            clock, cancellationToken);
        return Result.Success();
    }

    /// <summary>A price stays above the price of its sale, planned or running.</summary>
    private Error? UnderItsSale(SetPrices command, ILookup<string, OfferPrice> rows)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var o = 0; o < command.Offers.Count; o++)
        {
            for (var p = 0; p < command.Offers[o].Prices.Count; p++)
            {
                var price = command.Offers[o].Prices[p];
                var row = rows[command.Offers[o].OfferId].FirstOrDefault(r => r.CurrencyCode == price.CurrencyCode);
                if (row?.SaleMinor is { } sale && now < row.SaleUntilUtc && price.PriceMinor <= sale)
                    fields[$"Offers[{o}].Prices[{p}]"] =
                        [$"In its sale it costs {new Amount(sale, price.CurrencyCode)}: the price must be above that."];
            }
        }

        return fields.Count == 0 ? null : PriceErrors.UnderSale with { Fields = fields };
    }

    private bool Apply(PricesOfOffer offer, IReadOnlyList<OfferPrice> rows, PriceLog log)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = false;
        foreach (var row in rows) changed |= log.Turn(row, now);
        foreach (var gone in rows.Where(r => offer.Prices.All(p => p.CurrencyCode != r.CurrencyCode)))
        {
            db.Remove(gone);
            log.Add(gone, null, now);
            changed = true;
        }

        foreach (var price in offer.Prices) changed |= Apply(offer, price, rows, log, now);
        return changed;
    }

    private bool Apply(PricesOfOffer offer, PriceToSet price, IReadOnlyList<OfferPrice> rows, PriceLog log, DateTime now)
    {
        var row = rows.FirstOrDefault(r => r.CurrencyCode == price.CurrencyCode);
        if (row is not null && (row.PriceMinor, row.CompareAtMinor) == (price.PriceMinor, price.CompareAtMinor)) return false;
        var before = row?.MinorAt(now);
        if (row is null)
        {
            row = new OfferPrice
            {
                TenantId = db.TenantId, OfferId = offer.OfferId, CurrencyCode = price.CurrencyCode, PriceMinor = 0,
            };
            db.Add(row);
        }

        // A reduction further down the same announcement keeps its prior price; a new announcement looks back anew.
        var goesOn = row.CompareAtMinor is not null && price.CompareAtMinor is not null && price.PriceMinor <= row.PriceMinor;
        if (row.SaleMinor is null && !goesOn) row.PriorMinor = price.CompareAtMinor is null ? null : log.Lowest(row, now);
        (row.PriceMinor, row.CompareAtMinor) = (price.PriceMinor, price.CompareAtMinor);
        if (row.MinorAt(now) != before) log.Add(row, row.MinorAt(now), now);
        if (row.SaleFromUtc > now) row.PriorMinor = log.Lowest(row, row.SaleFromUtc.Value);
        return true;
    }
}

internal static class PriceErrors
{
    public static readonly Error NoSuchOffer = Error.NotFound(
        "price.no-such-offer", "There is no such variant among your listings.");

    public static readonly Error UnderSale = new(
        "price.under-sale", "A price must be above the price of its sale.", ErrorKind.Invalid);

    public static readonly Error SaleRuns = Error.Conflict(
        "price.sale-runs", "A sale is running. Change it or end it first: two sales of one price never overlap.");

    public static readonly Error NoSale = Error.NotFound("price.no-sale", "This sale is over already.");
}
