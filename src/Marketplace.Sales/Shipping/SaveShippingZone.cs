using FluentValidation;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Shipping.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping;

/// <summary>Makes a zone, or changes the one named. Answers its id.</summary>
/// <param name="Places">Countries (<c>NL</c>), regions (<c>US-CA</c>), or <c>*</c> for the rest of the world.</param>
[Seller("shipping")]
public sealed record SaveShippingZone(string? ZoneId, string Name, IReadOnlyList<string> Places)
    : ICommand<Result<string>>, ISellerTransaction;

internal sealed class SaveShippingZoneValidator : AbstractValidator<SaveShippingZone>
{
    public SaveShippingZoneValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Give the zone a name, like \"Europe\".")
            .MaximumLength(80).WithMessage("A zone's name has at most 80 characters.");
        RuleFor(c => c.Places).NotEmpty().WithMessage("Name at least one country.");
        RuleFor(c => c.Places).Must(p => p.Count <= 260).WithMessage("That is more places than there are countries.");
        RuleForEach(c => c.Places).Matches(@"^(\*|[A-Z]{2}(-[A-Z0-9]{1,3})?)$").OverridePropertyName("Places")
            .WithMessage("Write countries as two letters (NL), regions as US-CA, the rest of the world as *.");
    }
}

internal sealed class SaveShippingZoneHandler(SellerDb db, TimeProvider clock)
    : ICommandHandler<SaveShippingZone, Result<string>>
{
    private const int MostZones = 20;

    public async ValueTask<Result<string>> Handle(SaveShippingZone command, CancellationToken cancellation)
    {
        var zones = await db.ShippingZones.Where(z => z.TenantId == db.TenantId).ToListAsync(cancellation);
        if (zones.Any(z => z.Id != command.ZoneId && z.Places.Intersect(command.Places).Any())) return ShippingErrors.PlaceTaken;
        IReadOnlyList<string> places = [.. command.Places.Distinct().Order(StringComparer.Ordinal)];
        await SellerListingChanges.BumpAsync(db, db.TenantId, cancellation);
        if (command.ZoneId is null)
        {
            if (zones.Count >= MostZones) return ShippingErrors.TooMany;
            var made = new ShippingZone
            {
                TenantId = db.TenantId, Id = Ids.New(clock), Name = command.Name.Trim(), Places = places,
                Position = zones.Count + 1,
            };
            db.Add(made);
            return made.Id;
        }

        if (zones.SingleOrDefault(z => z.Id == command.ZoneId) is not { } zone) return ShippingErrors.NoSuchZone;
        (zone.Name, zone.Places) = (command.Name.Trim(), places);
        return zone.Id;
    }
}
