using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

/// <summary>
/// Adds a location or changes one; answers its id. Errors: <c>stock.no-such-location</c>,
/// <c>stock.location-name-taken</c>, <c>stock.location-in-use</c> when one with goods is to be closed.
/// </summary>
/// <param name="LocationId">Null: a new one.</param>
[Seller(SellerPermissions.Stock)]
public sealed record SaveLocation(string? LocationId, string Name, string City, string Country, bool IsClosed = false)
    : ICommand<Result<string>>, ISellerTransaction;

internal sealed class SaveLocationValidator : AbstractValidator<SaveLocation>
{
    public SaveLocationValidator()
    {
        RuleFor(m => m.Name).NotEmpty().WithMessage("Give the location a name.").MaximumLength(60);
        RuleFor(m => m.City).MaximumLength(80);
        RuleFor(m => m.Country).Must(c => string.IsNullOrEmpty(c) || (c.Length == 2 && c.All(char.IsAsciiLetterUpper)))
            .WithMessage("A country is two letters, like NL.");
    }
}

internal sealed class SaveLocationHandler(SellerDb db, TimeProvider clock) : ICommandHandler<SaveLocation, Result<string>>
{
    public const int Maximum = 50;

    public async ValueTask<Result<string>> Handle(SaveLocation command, CancellationToken cancellationToken)
    {
        var all = await db.StockLocations.ToListAsync(cancellationToken);
        var name = command.Name.Trim();
        if (all.Any(l => l.Id != command.LocationId && string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase)))
            return StockErrors.NameTaken;
        var location = all.SingleOrDefault(l => l.Id == command.LocationId);
        if (command.LocationId is not null && location is null) return StockErrors.NoSuchLocation;
        if (location is null)
        {
            if (all.Count >= Maximum) return StockErrors.TooManyLocations;
            location = new StockLocation
            {
                TenantId = db.TenantId, Id = Ids.New(clock), Name = name, Sort = all.Select(l => l.Sort).DefaultIfEmpty().Max() + 10,
            };
            db.Add(location);
        }

        if (command.IsClosed && await HoldsGoodsAsync(location.Id, cancellationToken)) return StockErrors.LocationInUse;
        (location.Name, location.City, location.Country) = (name, command.City.Trim(), command.Country);
        location.IsClosed = command.IsClosed;
        return location.Id;
    }

    private Task<bool> HoldsGoodsAsync(string id, CancellationToken cancellation) =>
        db.OfferStocks.AnyAsync(s => s.TenantId == db.TenantId && s.LocationId == id && s.OnHand > 0, cancellation);
}
