using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>What the shop's page says of the shop. Its address stays.</summary>
[Seller(SellerPermissions.Settings)]
public sealed record UpdateProfile(string Name, string Tagline, string About, string City)
    : ICommand<Result>, ISellerTransaction;

/// <summary>What the shop promises about shipping and returns.</summary>
[Seller(SellerPermissions.Settings)]
public sealed record UpdatePolicies(string ShippingPolicy, string ReturnsPolicy, int ReturnWindowDays)
    : ICommand<Result>, ISellerTransaction;

/// <summary>The shop's colour and pictures (content hashes of uploads). Error: seller.pale-colour.</summary>
[Seller(SellerPermissions.Settings)]
public sealed record UpdateBranding(string BrandColour, string? LogoRef, string? BannerRef)
    : ICommand<Result>, ISellerTransaction;

internal sealed class UpdateProfileValidator : AbstractValidator<UpdateProfile>
{
    public UpdateProfileValidator()
    {
        RuleFor(p => p.Name).NotEmpty().MaximumLength(80).WithMessage("The shop's name, in at most 80 characters.");
        RuleFor(p => p.Tagline).NotNull().MaximumLength(140).WithMessage("At most 140 characters.");
        RuleFor(p => p.About).NotNull().MaximumLength(4000).WithMessage("At most 4,000 characters.");
        RuleFor(p => p.City).NotNull().MaximumLength(80).WithMessage("At most 80 characters.");
    }
}

internal sealed class UpdatePoliciesValidator : AbstractValidator<UpdatePolicies>
{
    public UpdatePoliciesValidator()
    {
        RuleFor(p => p.ShippingPolicy).NotNull().MaximumLength(4000).WithMessage("At most 4,000 characters.");
        RuleFor(p => p.ReturnsPolicy).NotNull().MaximumLength(4000).WithMessage("At most 4,000 characters.");
        RuleFor(p => p.ReturnWindowDays).InclusiveBetween(14, 365)
            .WithMessage("Between 14 days, which buyers have by law, and a year.");
    }
}

internal sealed class UpdateBrandingValidator : AbstractValidator<UpdateBranding>
{
    public UpdateBrandingValidator()
    {
        RuleFor(b => b.BrandColour).Must(BrandColour.IsWellFormed).WithMessage("A colour looks like #2f4858.");
        RuleFor(b => b.LogoRef).Must(IsReference).WithMessage("Upload the logo again.");
        RuleFor(b => b.BannerRef).Must(IsReference).WithMessage("Upload the banner again.");
    }

    private static bool IsReference(string? reference) =>
        reference is null || (reference.Length is >= 16 and <= 64 && reference.All(char.IsAsciiHexDigitLower));
}

internal sealed class UpdateProfileHandler(OwnProfile own) : ICommandHandler<UpdateProfile, Result>
{
    public ValueTask<Result> Handle(UpdateProfile command, CancellationToken cancellationToken) =>
        own.ChangeAsync("profile", profile =>
        {
            profile.Name = MailAddress.OneLine(command.Name);
            (profile.Tagline, profile.About, profile.City) = (command.Tagline.Trim(), command.About.Trim(), command.City.Trim());
        }, cancellationToken);
}

internal sealed class UpdatePoliciesHandler(OwnProfile own) : ICommandHandler<UpdatePolicies, Result>
{
    public ValueTask<Result> Handle(UpdatePolicies command, CancellationToken cancellationToken) =>
        own.ChangeAsync("policies", profile =>
        {
            profile.ShippingPolicy = command.ShippingPolicy.Trim();
            profile.ReturnsPolicy = command.ReturnsPolicy.Trim();
            profile.ReturnWindowDays = command.ReturnWindowDays;
        }, cancellationToken);
}

internal sealed class UpdateBrandingHandler(OwnProfile own) : ICommandHandler<UpdateBranding, Result>
{
    public async ValueTask<Result> Handle(UpdateBranding command, CancellationToken cancellationToken)
    {
        if (!BrandColour.IsReadable(command.BrandColour)) return SellerErrors.PaleColour;
        return await own.ChangeAsync("branding", profile =>
        {
            profile.BrandColour = command.BrandColour;
            (profile.LogoRef, profile.BannerRef) = (command.LogoRef, command.BannerRef);
        }, cancellationToken);
    }
}

/// <summary>The current seller's profile, changed with an audit row and an event.</summary>
internal sealed class OwnProfile(SellerDb db, EventBuffer events, AuditTrail audit)
{
    public async ValueTask<Result> ChangeAsync(string part, Action<SellerProfile> change, CancellationToken cancellation)
    {
        var profile = await db.SellerProfiles.SingleAsync(p => p.TenantId == db.TenantId, cancellation);
        change(profile);
        audit.Note(db, "seller.profile-changed", "seller", profile.TenantId, part);
        events.Publish(
            new SellerProfileChanged(profile.TenantId, profile.Name), "profile/" + profile.TenantId, profile.Version + 1);
        return Result.Success();
    }
}
