using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Model;
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
/// Sets what offers cost, in effect at once; each change is kept. Errors: <c>price.no-such-offer</c>, and fields by
/// <c>Offers[i].Prices[j]</c>: unknown currency, not whole quanta, under the least amount that can be charged,
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
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var offer in command.Offers)
        {
            if (Apply(offer, [.. rows[offer.OfferId]])) changed.Add(offer.OfferId);
        }

        // Saved now: a publication in the same transaction reads the prices it shows.
        await db.SaveChangesAsync(cancellationToken);
        var shown = variants.Where(v => changed.Contains(v.VariantId) && v.IsShown).ToList();
        await ListingChanges.BumpAsync(db, shown.Select(v => (db.TenantId, v.ListingId)), cancellationToken);
        foreach (var gtin in shown.Select(v => v.GroupGtin).OfType<string>().Distinct(StringComparer.Ordinal))
            events.Publish(new ProductGroupTouched(gtin), ProductGroupTouched.KeyOf(gtin), clock.GetUtcNow().UtcTicks);
        return Result.Success();
    }

    private bool Apply(PricesOfOffer offer, IReadOnlyList<OfferPrice> rows)
    {
        var changed = false;
        foreach (var gone in rows.Where(r => offer.Prices.All(p => p.CurrencyCode != r.CurrencyCode)))
        {
            db.Remove(gone);
            Remember(offer.OfferId, gone.CurrencyCode, null);
            changed = true;
        }

        foreach (var price in offer.Prices)
        {
            var row = rows.FirstOrDefault(r => r.CurrencyCode == price.CurrencyCode);
            if (row is not null && (row.PriceMinor, row.CompareAtMinor) == (price.PriceMinor, price.CompareAtMinor)) continue;
            if (row?.PriceMinor != price.PriceMinor) Remember(offer.OfferId, price.CurrencyCode, price.PriceMinor);
            if (row is null)
            {
                row = new OfferPrice
                {
                    TenantId = db.TenantId, OfferId = offer.OfferId, CurrencyCode = price.CurrencyCode, PriceMinor = 0,
                };
                db.Add(row);
            }

            (row.PriceMinor, row.CompareAtMinor) = (price.PriceMinor, price.CompareAtMinor);
            changed = true;
        }

        return changed;
    }

    private void Remember(string offerId, string currencyCode, long? price) => db.Add(new PriceChange
    {
        TenantId = db.TenantId, Id = Ids.New(clock), OfferId = offerId, CurrencyCode = currencyCode, PriceMinor = price,
        AtUtc = clock.GetUtcNow().UtcDateTime, Actor = caller.Caller.Actor,
    });
}

internal static class PriceErrors
{
    public static readonly Error NoSuchOffer = Error.NotFound(
        "price.no-such-offer", "There is no such variant among your listings.");
}
