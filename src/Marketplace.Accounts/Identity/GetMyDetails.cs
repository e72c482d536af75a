using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>The signed-in person's own account, and the sellers they belong to.</summary>
[Person]
public sealed record GetMyDetails : IQuery<Result<MyDetails>>;

public sealed record MyDetails(
    string Name, string Email, string Locale, AdminRole? AdminRole, IReadOnlyList<MySeller> Sellers);

public sealed record MySeller(string TenantId, string Slug, string Name, SellerState State, SellerRole Role);

[Person]
public sealed record UpdateMyDetails(string Name) : ICommand<Result>, IPlatformTransaction;

internal sealed class UpdateMyDetailsValidator : AbstractValidator<UpdateMyDetails>
{
    public UpdateMyDetailsValidator() =>
        RuleFor(d => d.Name).NotEmpty().MaximumLength(100).WithMessage("Your name, in at most 100 characters.");
}

internal sealed class GetMyDetailsHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : IQueryHandler<GetMyDetails, Result<MyDetails>>
{
    public async ValueTask<Result<MyDetails>> Handle(GetMyDetails query, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId!;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        var roles = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId)
            .OrderBy(m => m.TenantId).Take(GetSellers.Maximum)
            .ToDictionaryAsync(m => m.TenantId, m => m.Role, cancellationToken);
        var sellers = await sender.Send(new GetSellers(roles.Keys), cancellationToken);
        return sellers.Error is { } error
            ? error
            : new MyDetails(
                person.Name, person.Email!, person.Locale, person.AdminRole,
                [.. sellers.Value!.Select(s => new MySeller(s.TenantId, s.Slug, s.Name, s.State, roles[s.TenantId]))
                    .OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)]);
    }
}

internal sealed class UpdateMyDetailsHandler(PlatformDb db, CallerAccessor caller)
    : ICommandHandler<UpdateMyDetails, Result>
{
    public async ValueTask<Result> Handle(UpdateMyDetails command, CancellationToken cancellationToken)
    {
        var (personId, name) = (caller.Caller.PersonId, MailAddress.OneLine(command.Name));
        await db.People.Where(p => p.Id == personId)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, name), cancellationToken);
        return Result.Success();
    }
}
