using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Pricing;

public sealed record SalePrice(string OfferId, string CurrencyCode, long SaleMinor);

/// <summary>
/// Plans a sale of some prices, or changes a planned or running one; from an instant to another, buyers pay it at the
/// instant itself. Beginning in the past means now. The prior price, the lowest of the 30 days before, is kept with it.
/// Errors: <c>price.no-such-offer</c>, <c>price.sale-runs</c> (a later one beside a running one), <c>price.not-lower</c>
/// with fields <c>Prices[i]</c>, and the fields of the two instants.
/// </summary>
/// <param name="UntilUtc">The first instant after the sale; at most a year after now.</param>
[Seller(SellerPermissions.Listings)]
public sealed record PlanSale(IReadOnlyList<SalePrice> Prices, DateTime FromUtc, DateTime UntilUtc) : ICommand<Result>, ISellerTransaction;

internal sealed class PlanSaleValidator : AbstractValidator<PlanSale>
{
    public PlanSaleValidator(TimeProvider clock)
    {
        RuleFor(m => m.Prices).NotEmpty().WithMessage("Write at least one sale price.")
            .Must(p => p.Count <= 1000).WithMessage("At most 1,000 prices at once.")
            .Must(p => p.Select(x => (x.OfferId, x.CurrencyCode)).Distinct().Count() == p.Count).WithMessage("A price is there twice.");
        RuleForEach(m => m.Prices).Custom((price, context) =>
        {
            if (Problem(price) is { } problem) context.AddFailure(problem);
        });
        RuleFor(m => m.UntilUtc).Must((m, until) => until > m.FromUtc).WithMessage("The sale must end after it begins.")
            .Must(until => until > clock.GetUtcNow().UtcDateTime).WithMessage("The sale would be over already.")
            .Must(until => until <= clock.GetUtcNow().UtcDateTime.AddDays(366)).WithMessage("A sale ends within a year.");
    }

    private static string? Problem(SalePrice price)
    {
        if (Currency.Find(price.CurrencyCode) is not { } currency) return $"{price.CurrencyCode} is not sold in.";
        if (price.SaleMinor < currency.MinimumChargeMinor)
            return $"A price in {currency.Code} is at least {new Amount(currency.MinimumChargeMinor, currency.Code)}.";
        return currency.IsWholeQuanta(price.SaleMinor)
            ? null : $"{currency.Code} is sold in steps of {new Amount(currency.QuantumMinor, currency.Code)}.";
    }
}

internal sealed class PlanSaleHandler(SellerDb db, ISender sender, EventBuffer events, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<PlanSale, Result>
{
    public async ValueTask<Result> Handle(PlanSale command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = command.Prices.Select(p => p.OfferId).Distinct(StringComparer.Ordinal).ToList();
        var variants = (await sender.Send(new FindOwnVariants(ids), cancellationToken)).Required();
        var rows = await db.OfferPrices.Where(p => p.TenantId == db.TenantId && ids.Contains(p.OfferId)).ToListAsync(cancellationToken);
        var log = await PriceLog.ReadAsync(db, db.TenantId, ids, caller.Caller.Actor, clock, cancellationToken);
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < command.Prices.Count; i++)
        {
            var price = command.Prices[i];
            var row = rows.Find(r => r.OfferId == price.OfferId && r.CurrencyCode == price.CurrencyCode);
            if (row is null || variants.All(v => v.VariantId != price.OfferId)) return PriceErrors.NoSuchOffer;
            if (log.Turn(row, now)) changed.Add(row.OfferId);
            if (row.IsOnSaleAt(now) && command.FromUtc > now) return PriceErrors.SaleRuns;
            if (price.SaleMinor >= row.PriceMinor)
                fields[$"Prices[{i}]"] = [$"The sale price must be under {new Amount(row.PriceMinor, row.CurrencyCode)}."];
            else if (Plan(row, price.SaleMinor, command, log, now)) changed.Add(row.OfferId);
        }

        if (fields.Count > 0) return new Error("price.not-lower", "A sale price must be lower than the price.", ErrorKind.Invalid, fields);
        await PriceNews.TellAsync(
            db, events, [.. variants.Where(v => changed.Contains(v.VariantId) && v.IsShown)
                .Select(v => (db.TenantId, v.ListingId, v.GroupGtin))],
            clock, cancellationToken);
        return Result.Success();
    }

    /// <summary>Whether buyers see another price from now on.</summary>
    private static bool Plan(OfferPrice row, long saleMinor, PlanSale command, PriceLog log, DateTime now)
    {
        var before = row.MinorAt(now);
        var from = row.IsOnSaleAt(now) ? row.SaleFromUtc!.Value : command.FromUtc > now ? command.FromUtc : now;
        if (!row.IsOnSaleAt(now)) row.PriorMinor = log.Lowest(row, from) ?? row.PriceMinor;
        row.PlanSale(saleMinor, from, command.UntilUtc, now);
        if (row.MinorAt(now) == before) return false;
        log.Add(row, row.MinorAt(now), now);
        return true;
    }
}
