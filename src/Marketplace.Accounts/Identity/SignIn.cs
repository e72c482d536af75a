using FluentValidation;
using Marketplace.Accounts.Identity.Adapters;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Begins a session. What a guest has gathered is merged first (<see cref="IWhenSignedIn"/>). Error: sign-in.wrong.
/// </summary>
/// <param name="GuestBuyerId">From the guest's cookie.</param>
[Anyone]
public sealed record SignIn(string Email, string Password, bool Remember = false, string? GuestBuyerId = null)
    : ICommand<Result>;

[Anyone]
public sealed record SignOut : ICommand<Result>;

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(s => s.Email).NotEmpty().MaximumLength(256).WithMessage("Your mail address.");
        RuleFor(s => s.Password).NotEmpty().MaximumLength(PasswordRules.MaximumLength).WithMessage("Your password.");
    }
}

internal sealed class SignInHandler(ISender sender, ISignIn sessions, IEnumerable<IWhenSignedIn> others)
    : ICommandHandler<SignIn, Result>
{
    public async ValueTask<Result> Handle(SignIn command, CancellationToken cancellationToken)
    {
        var check = await sender.Send(
            new CheckPassword(command.Email, command.Password, command.Remember), cancellationToken);
        if (check.Error is { } error) return error;
        if (check.Value!.Session is not { } session) return IdentityErrors.WrongSignIn;

        var signedIn = new SignedIn(session.PersonId, session.BuyerId, command.GuestBuyerId);
        foreach (var follow in others.SelectMany(o => o.On(signedIn)))
        {
            var outcome = await sender.Send(follow, cancellationToken);
            if (outcome.Error is not null) return outcome;
        }

        await sessions.SignInAsync(session, cancellationToken);
        return Result.Success();
    }
}

internal sealed class SignOutHandler(ISignIn sessions) : ICommandHandler<SignOut, Result>
{
    public async ValueTask<Result> Handle(SignOut command, CancellationToken cancellationToken)
    {
        await sessions.SignOutAsync(cancellationToken);
        return Result.Success();
    }
}
