using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Makes an account and signs in. Errors: person.email-taken, person.weak-password, those of <see cref="SignIn"/>.
/// </summary>
[Anyone]
public sealed record RegisterPerson(
    string Name, string Email, string Password, string? Locale = null, string? GuestBuyerId = null) : ICommand<Result>;

internal sealed class RegisterPersonHandler(ISender sender, ISettings settings) : ICommandHandler<RegisterPerson, Result>
{
    public async ValueTask<Result> Handle(RegisterPerson command, CancellationToken cancellationToken)
    {
        var platform = await settings.GetAsync(cancellationToken);
        var locale = platform.Locales.FirstOrDefault(l => l == command.Locale) ?? platform.Locales[0];
        var made = await sender.Send(
            new CreatePerson(command.Name, command.Email, command.Password, locale), cancellationToken);
        return made.Error is { } error
            ? error
            : await sender.Send(
                new SignIn(command.Email, command.Password, GuestBuyerId: command.GuestBuyerId), cancellationToken);
    }
}
