using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Identity.Passkeys;

/// <summary>The question that any passkey of this platform may answer.</summary>
[Anyone]
public sealed record AskPasskey : IQuery<Result<PasskeyQuestion>>;

/// <summary>
/// Signs in by passkey. Whoever unlocked it showed two things at once, the device and the finger or the number, so
/// nothing more is asked; it also serves as the second step after a password. Errors: passkey.refused, sign-in.too-late.
/// </summary>
/// <param name="IsSecondStep">Whoever has given their password shows one of their own passkeys, no other.</param>
[Anyone]
public sealed record SignInByPasskey(
    string Credential, string State, string? GuestBuyerId = null, bool IsSecondStep = false) : ICommand<Result>;

internal sealed class SignInByPasskeyValidator : AbstractValidator<SignInByPasskey>
{
    public SignInByPasskeyValidator()
    {
        RuleFor(s => s.Credential).NotEmpty().MaximumLength(20_000).WithMessage("Your browser answered with no passkey.");
        RuleFor(s => s.State).NotEmpty().MaximumLength(4_000).WithMessage("Your browser answered with no passkey.");
    }
}

internal sealed class SignInByPasskeyHandler(ISender sender, ISignIn sessions, IPasskeys passkeys, Arrival arrival)
    : ICommandHandler<SignInByPasskey, Result>, IQueryHandler<AskPasskey, Result<PasskeyQuestion>>
{
    public async ValueTask<Result<PasskeyQuestion>> Handle(AskPasskey query, CancellationToken cancellationToken) =>
        await passkeys.AskAsync(null, []);

    public async ValueTask<Result> Handle(SignInByPasskey command, CancellationToken cancellationToken)
    {
        var half = command.IsSecondStep ? sessions.Half : null;
        if (command.IsSecondStep && half is null) return IdentityErrors.TooLate;
        var used = await sender.Send(
            new UsePasskey(new PasskeyAnswer(command.Credential, command.State), half?.PersonId), cancellationToken);
        if (used.Error is { } error) return error;
        return await arrival.CompleteAsync(
            half ?? new HalfSignIn(used.Value!.PersonId, used.Value.Stamp, Remember: false, command.GuestBuyerId),
            secondFactor: true, cancellationToken);
    }
}
