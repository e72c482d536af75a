using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Shipping.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping;

/// <summary>Where the seller ships from and how many working days it takes to hand a parcel over.</summary>
/// <param name="CutOffHour">From this hour of the day on, in the seller's country, an order counts as the next day's.</param>
[Seller("shipping")]
public sealed record SaveShippingProfile(
    string FromCountry, int ProcessingDaysMin, int ProcessingDaysMax, int? CutOffHour = null)
    : ICommand<Result>, ISellerTransaction;

internal sealed class SaveShippingProfileValidator : AbstractValidator<SaveShippingProfile>
{
    public SaveShippingProfileValidator()
    {
        RuleFor(c => c.FromCountry).Matches("^[A-Z]{2}$").WithMessage("Choose the country you ship from.");
        RuleFor(c => c.ProcessingDaysMin).InclusiveBetween(0, 60).WithMessage("Processing takes 0 to 60 working days.");
        RuleFor(c => c.ProcessingDaysMax).InclusiveBetween(0, 60).WithMessage("Processing takes 0 to 60 working days.");
        RuleFor(c => c.ProcessingDaysMax).GreaterThanOrEqualTo(c => c.ProcessingDaysMin)
            .WithMessage("The longest processing time is at least the shortest.");
        RuleFor(c => c.CutOffHour).InclusiveBetween(1, 23).WithMessage("The last hour for orders lies between 1 and 23.");
    }
}

internal sealed class SaveShippingProfileHandler(SellerDb db, TimeProvider clock) : ICommandHandler<SaveShippingProfile, Result>
{
    public async ValueTask<Result> Handle(SaveShippingProfile command, CancellationToken cancellation)
    {
        var profile = await db.ShippingProfiles.SingleOrDefaultAsync(p => p.TenantId == db.TenantId, cancellation);
        if (profile is null)
        {
            db.Add(new ShippingProfile
            {
                TenantId = db.TenantId, Id = Ids.New(clock), FromCountry = command.FromCountry,
                ProcessingDaysMin = command.ProcessingDaysMin, ProcessingDaysMax = command.ProcessingDaysMax,
                CutOffHour = command.CutOffHour,
            });
            return Result.Success();
        }

        profile.FromCountry = command.FromCountry;
        profile.ProcessingDaysMin = command.ProcessingDaysMin;
        profile.ProcessingDaysMax = command.ProcessingDaysMax;
        profile.CutOffHour = command.CutOffHour;
        return Result.Success();
    }
}
