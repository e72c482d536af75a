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
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.External;

/// <summary>
/// Signs in whoever another site has just vouched for (<see cref="ISignIn.ReadExternalAsync"/>; nothing the visitor sends
/// counts). A linked account is in, after its second factor; an address without an account gets one; an address with
/// one is never joined silently: its owner logs in first and links it. Errors: external.nothing-said, sign-in.wrong.
/// </summary>
[Anyone]
public sealed record SignInExternally(bool Remember = false, string? GuestBuyerId = null, string? Locale = null)
    : ICommand<Result<ExternalStep>>;

public enum ExternalStep
{
    Done,
    SecondFactor,
    /// <summary>There is an account with this address: log in to it and link it under Security.</summary>
    LinkFirst,
}

/// <summary>Whose the other site's account is here; made, when the address is new.</summary>
[Internal]
public sealed record FindExternal(ExternalIdentity Identity, string? Locale)
    : ICommand<Result<FoundExternal>>, IPlatformTransaction;

/// <param name="PersonId">Null when the address belongs to an account that is not linked.</param>
public sealed record FoundExternal(string? PersonId, string Stamp = "", bool OwesSecondFactor = false);

internal sealed class SignInExternallyHandler(ISender sender, ISignIn sessions, Arrival arrival)
    : ICommandHandler<SignInExternally, Result<ExternalStep>>
{
    public async ValueTask<Result<ExternalStep>> Handle(SignInExternally command, CancellationToken cancellationToken)
    {
        if (await sessions.ReadExternalAsync(cancellationToken) is not { EmailVerified: true } said)
            return IdentityErrors.NothingSaid;
        var found = await sender.Send(new FindExternal(said, command.Locale), cancellationToken);
        if (found.Error is { } error) return error;
        if (found.Value is not { PersonId: { } personId } person) return ExternalStep.LinkFirst;
        var half = new HalfSignIn(personId, person.Stamp, command.Remember, command.GuestBuyerId);
        if (person.OwesSecondFactor)
        {
            sessions.Await(half);
            return ExternalStep.SecondFactor;
        }

        var done = await arrival.CompleteAsync(half, secondFactor: false, cancellationToken);
        return done.Error is { } refused ? refused : ExternalStep.Done;
    }
}

internal sealed class FindExternalHandler(
    PlatformDb db, ILookupNormalizer normalizer, ISender sender, ISettings settings, Kernel.Outbox.EventBuffer events)
    : ICommandHandler<FindExternal, Result<FoundExternal>>
{
    public async ValueTask<Result<FoundExternal>> Handle(FindExternal command, CancellationToken cancellationToken)
    {
        var (said, passkeys) = (command.Identity, db.Passkeys);
        var known = await db.Logins
            .Where(l => l.LoginProvider == said.Provider && l.ProviderKey == said.Subject)
            .Join(db.People, l => l.UserId, p => p.Id, (l, p) => p)
            .Select(p => new FoundExternal(
                p.Id, p.SecurityStamp!, p.TotpSecret != null || passkeys.Any(k => k.UserId == p.Id)))
            .SingleOrDefaultAsync(cancellationToken);
        if (known is not null) return known;
        var email = normalizer.NormalizeEmail(said.Email);
        if (await db.People.AnyAsync(p => p.NormalizedEmail == email, cancellationToken)) return new FoundExternal(null);
        return await CreateAsync(said, command.Locale, cancellationToken);
    }

    private async Task<Result<FoundExternal>> CreateAsync(
        ExternalIdentity said, string? locale, CancellationToken cancellation)
    {
        var platform = await settings.GetAsync(cancellation);
        var made = await sender.Send(
            new CreatePerson(
                said.Name is { Length: > 0 and <= 100 } ? said.Name : said.Email.Split('@')[0], said.Email, null,
                platform.Locales.FirstOrDefault(l => l == locale) ?? platform.Locales[0], IsConfirmed: true), cancellation);
        if (made.Error is { } error) return error;
        var person = db.People.Local.Single(p => p.Id == made.Value);
        db.Logins.Add(said.LoginOf(person.Id));
        events.Publish(new EmailConfirmed(person.Id, person.BuyerId, said.Email), person.Id, 1, buyerId: person.BuyerId);
        return new FoundExternal(person.Id, person.SecurityStamp!);
    }
}

internal static class ExternalLogin
{
    public static PersonLogin LoginOf(this ExternalIdentity said, string personId) => new()
    {
        LoginProvider = said.Provider, ProviderKey = said.Subject, UserId = personId, ProviderDisplayName = said.Email,
    };
}
