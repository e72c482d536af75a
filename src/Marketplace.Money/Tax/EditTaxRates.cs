using FluentValidation;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Money.Tax.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Tax;

public sealed record TaxRateView(
    string Id, string Country, string Region, string TaxCode, string Name, int RateBps, bool PriceIncludesTax,
    TaxCollector Collector, long Version);

/// <summary>All rates, by country.</summary>
[Admin("tax")]
public sealed record ListTaxRates(string? Country = null) : IQuery<Result<IReadOnlyList<TaxRateView>>>;

/// <summary>Adds a rate, or changes the one of the same place and tax code. Orders placed keep what was frozen.</summary>
[Admin("tax")]
public sealed record SetTaxRate(
    string Country, string Region, string TaxCode, string Name, int RateBps, bool PriceIncludesTax, TaxCollector Collector)
    : ICommand<Result>, IPlatformTransaction;

[Admin("tax")]
public sealed record RemoveTaxRate(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class SetTaxRateValidator : AbstractValidator<SetTaxRate>
{
    public SetTaxRateValidator()
    {
        RuleFor(m => m.Country).Must(Countries.IsKnown).WithMessage("A country is two capital letters, for example NL.");
        RuleFor(m => m.Region).Matches("^[A-Z0-9]{0,8}$")
            .WithMessage("A region is its short code, for example CA; leave it empty for the whole country.");
        RuleFor(m => m.TaxCode).Must(TaxCodes.All.Contains).WithMessage("Choose one of the tax codes.");
        RuleFor(m => m.Name).NotEmpty().WithMessage("Give the rate the name buyers know, for example VAT.").MaximumLength(80);
        RuleFor(m => m.RateBps).InclusiveBetween(0, 5000).WithMessage("A rate lies between 0 and 50 percent.");
    }
}

internal sealed class TaxRateHandlers(PlatformDb db, AuditTrail audit, TimeProvider clock)
    : IQueryHandler<ListTaxRates, Result<IReadOnlyList<TaxRateView>>>,
      ICommandHandler<SetTaxRate, Result>, ICommandHandler<RemoveTaxRate, Result>
{
    public async ValueTask<Result<IReadOnlyList<TaxRateView>>> Handle(ListTaxRates query, CancellationToken cancellationToken)
    {
        var rates = await db.TaxRates.AsNoTracking().Where(r => query.Country == null || r.Country == query.Country)
            .OrderBy(r => r.Country).ThenBy(r => r.Region).ThenBy(r => r.TaxCode).Take(1000)
            .Select(r => new TaxRateView(r.Id, r.Country, r.Region, r.TaxCode, r.Name, r.RateBps, r.PriceIncludesTax,
                r.Collector, r.Version)).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<TaxRateView>>.Success(rates);
    }

    public async ValueTask<Result> Handle(SetTaxRate command, CancellationToken cancellationToken)
    {
        var rate = await db.TaxRates.SingleOrDefaultAsync(
            r => r.Country == command.Country && r.Region == command.Region && r.TaxCode == command.TaxCode, cancellationToken);
        if (rate is null)
        {
            db.Add(rate = new TaxRate
            {
                Id = Ids.New(clock), Country = command.Country, Region = command.Region, TaxCode = command.TaxCode,
                Name = command.Name, RateBps = command.RateBps, PriceIncludesTax = command.PriceIncludesTax,
                Collector = command.Collector,
            });
        }

        (rate.Name, rate.RateBps) = (command.Name, command.RateBps);
        (rate.PriceIncludesTax, rate.Collector) = (command.PriceIncludesTax, command.Collector);
        audit.Note(db, "tax.rate-set", "tax-rate", rate.Id,
            $"{rate.Country} {rate.Region} {rate.TaxCode}: {rate.RateBps} bps, {rate.Collector} collects");
        return Result.Success();
    }

    public async ValueTask<Result> Handle(RemoveTaxRate command, CancellationToken cancellationToken)
    {
        var rate = await db.TaxRates.SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (rate is null) return Error.NotFound("tax.no-such-rate", "This tax rate is gone already.");
        db.Remove(rate);
        audit.Note(db, "tax.rate-removed", "tax-rate", rate.Id, $"{rate.Country} {rate.Region} {rate.TaxCode}");
        return Result.Success();
    }
}
