using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.SecondFactor;

/// <summary>Makes the secret that the app will hold. It counts once a code confirms it. Error: second-factor.exists.</summary>
[Person, Fresh]
public sealed record BeginTotp : ICommand<Result>, IPlatformTransaction;

/// <summary>What the app must be told, while it is not confirmed. Error: second-factor.not-begun.</summary>
[Person, Fresh]
public sealed record GetTotpEnrolment : IQuery<Result<TotpEnrolment>>;

/// <param name="Secret">To type where nothing can be scanned.</param>
/// <param name="Address">To draw as a picture.</param>
public sealed record TotpEnrolment(string Secret, string Address);

/// <summary>
/// The first code shows that the app has the secret: from now on signing in asks for one, other sessions end. Answers
/// recovery codes, this once, unless there are some already. Errors: second-factor.not-begun, sign-in.wrong-code.
/// </summary>
[Person, Fresh]
public sealed record ConfirmTotp(string Code) : ICommand<Result<IReadOnlyList<string>>>, IPlatformTransaction;

internal sealed class BeginTotpHandler(PlatformDb db, CallerAccessor caller, ISecretSeal seal)
    : ICommandHandler<BeginTotp, Result>
{
    public async ValueTask<Result> Handle(BeginTotp command, CancellationToken cancellationToken)
    {
        var (personId, sealedSecret) = (caller.Caller.PersonId, seal.Close(Convert.ToBase64String(Totp.NewSecret())));
        var begun = await db.People.Where(p => p.Id == personId && p.TotpSecret == null)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.TotpPending, sealedSecret), cancellationToken);
        return begun == 0 ? IdentityErrors.SecondFactorExists : Result.Success();
    }
}

internal sealed class GetTotpEnrolmentHandler(PlatformDb db, CallerAccessor caller, ISecretSeal seal, ISettings settings)
    : IQueryHandler<GetTotpEnrolment, Result<TotpEnrolment>>
{
    public async ValueTask<Result<TotpEnrolment>> Handle(GetTotpEnrolment query, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        if (person.TotpPending is null || seal.Open(person.TotpPending) is not { } kept) return IdentityErrors.NotBegun;
        var (secret, platform) = (Convert.FromBase64String(kept), await settings.GetAsync(cancellationToken));
        return new TotpEnrolment(Totp.Base32(secret), Totp.Address(secret, platform.Name, person.Email!));
    }
}

internal sealed class ConfirmTotpHandler(
    PlatformDb db, CallerAccessor caller, ISecretSeal seal, FactorChange change, TimeProvider clock)
    : ICommandHandler<ConfirmTotp, Result<IReadOnlyList<string>>>
{
    public async ValueTask<Result<IReadOnlyList<string>>> Handle(ConfirmTotp command, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId;
        var person = await db.People.SingleAsync(p => p.Id == personId, cancellationToken);
        if (person.TotpPending is null || seal.Open(person.TotpPending) is not { } kept) return IdentityErrors.NotBegun;
        var (code, now) = (string.Concat(command.Code.Where(char.IsAsciiDigit)), clock.GetUtcNow());
        if (Totp.StepOf(code, Convert.FromBase64String(kept), now, lastStep: 0) is not { } step)
            return IdentityErrors.WrongCode;
        (person.TotpSecret, person.TotpPending) = (person.TotpPending, null);
        (person.TotpSinceUtc, person.TotpLastStep) = (now.UtcDateTime, step);
        return await change.AddedAsync(
            person, "an authenticator app", "person.app-added", cancellationToken);
    }
}
