using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>
/// Opens an application; the person becomes the shop's owner and goes on with the checklist.
/// Errors: seller.slug-taken, seller.slug-not-allowed, seller.country-not-served, seller.too-many.
/// </summary>
/// <param name="Slug">The shop's address; null makes it from the name.</param>
[Person]
public sealed record ApplyToSell(string Name, string Country, string? Slug = null)
    : ICommand<Result<AppliedSeller>>, IPlatformTransaction;

public sealed record AppliedSeller(string TenantId, string Slug);

internal sealed class ApplyToSellValidator : AbstractValidator<ApplyToSell>
{
    public ApplyToSellValidator()
    {
        RuleFor(a => a.Name).NotEmpty().MaximumLength(80).WithMessage("The shop's name, in at most 80 characters.");
        RuleFor(a => a.Country).Length(2).WithMessage("Choose a country.");
    }
}

internal sealed class ApplyToSellHandler(PlatformDb db, CallerAccessor caller, ISettings settings, ISender sender)
    : ICommandHandler<ApplyToSell, Result<AppliedSeller>>
{
    private const int MaximumSellers = 5;

    public async ValueTask<Result<AppliedSeller>> Handle(ApplyToSell command, CancellationToken cancellationToken)
    {
        var platform = await settings.GetAsync(cancellationToken);
        if (!platform.Countries.Contains(command.Country)) return SellerErrors.CountryNotServed;
        var slug = string.IsNullOrWhiteSpace(command.Slug) ? Slugs.From(command.Name) : command.Slug.Trim();
        if (!TenantIdentifier.IsFree(slug)) return SellerErrors.SlugNotAllowed;
        if (await db.Sellers.AnyAsync(s => s.Slug == slug, cancellationToken)) return SellerErrors.SlugTaken;
        var personId = caller.Caller.PersonId!;
        var mine = await sender.Send(new CountMemberships(personId), cancellationToken);
        if (mine.Required() >= MaximumSellers) return SellerErrors.TooMany;
        return await sender.Send(
            new CreateSeller(MailAddress.OneLine(command.Name), slug, command.Country, personId), cancellationToken);
    }
}

/// <summary>Makes the rows of a seller in the state of an application. The slug must be free.</summary>
/// <param name="TenantId">Chosen by a seed, so that a repeat finds it again.</param>
[Internal]
public sealed record CreateSeller(string Name, string Slug, string Country, string OwnerId, string? TenantId = null)
    : ICommand<Result<AppliedSeller>>, IPlatformTransaction;

internal sealed class CreateSellerHandler(
    PlatformDb db, ISender sender, EventBuffer events, AuditTrail audit, SellerStore store, TimeProvider clock)
    : ICommandHandler<CreateSeller, Result<AppliedSeller>>
{
    public async ValueTask<Result<AppliedSeller>> Handle(CreateSeller command, CancellationToken cancellationToken)
    {
        var (id, now) = (command.TenantId ?? Ids.New(clock), clock.GetUtcNow().UtcDateTime);
        db.Sellers.Add(new Seller
        {
            Id = id, Slug = command.Slug, Name = command.Name, Country = command.Country, AppliedAtUtc = now,
        });
        db.SellerProfiles.Add(new SellerProfile
        {
            TenantId = id, Slug = command.Slug, Name = command.Name, Country = command.Country, SinceUtc = now,
            Trader = new TraderIdentity { Country = command.Country },
        });
        db.SellerStandings.Add(new SellerStanding { TenantId = id, ChangedAtUtc = now });
        var owner = await sender.Send(new AddMember(id, command.OwnerId, SellerRole.Owner), cancellationToken);
        if (owner.Error is { } error) return error;
        audit.Note(db, "seller.applied", "seller", id, command.Name, id);
        events.Publish(new SellerApplied(id, command.Name, command.OwnerId), id, 0, id);
        store.Forget();
        return new AppliedSeller(id, command.Slug);
    }
}
