using FluentValidation;
using Marketplace.Accounts.Identity.Adapters;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// The first step of signing in. An account with a second factor owes it next (<see cref="GiveSecondFactor"/>), with ten
/// minutes' time; others are in. What a guest has gathered is merged before (<see cref="IWhenSignedIn"/>).
/// Error: sign-in.wrong.
/// </summary>
/// <param name="GuestBuyerId">From the guest's cookie.</param>
[Anyone]
public sealed record SignIn(string Email, string Password, bool Remember = false, string? GuestBuyerId = null)
    : ICommand<Result<SignInStep>>;

public enum SignInStep
{
    Done,
    SecondFactor,
}

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(s => s.Email).NotEmpty().MaximumLength(256).WithMessage("Your mail address.");
        RuleFor(s => s.Password).NotEmpty().MaximumLength(PasswordRules.MaximumLength).WithMessage("Your password.");
    }
}

internal sealed class SignInHandler(ISender sender, ISignIn sessions, Arrival arrival)
    : ICommandHandler<SignIn, Result<SignInStep>>
{
    public async ValueTask<Result<SignInStep>> Handle(SignIn command, CancellationToken cancellationToken)
    {
        var check = await sender.Send(new CheckPassword(command.Email, command.Password), cancellationToken);
        if (check.Error is { } error) return error;
        if (check.Value is not { PersonId: { } personId } passed) return IdentityErrors.WrongSignIn;
        var half = new HalfSignIn(personId, passed.Stamp, command.Remember, command.GuestBuyerId);
        if (passed.OwesSecondFactor)
        {
            sessions.Await(half);
            return SignInStep.SecondFactor;
        }

        var done = await arrival.CompleteAsync(half, secondFactor: false, cancellationToken);
        return done.Error is { } refused ? refused : SignInStep.Done;
    }
}
