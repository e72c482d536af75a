using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.External;

/// <summary>
/// Joins the account of another site, which has just vouched for it, to the own one. Both have the same confirmed
/// address, and the person has shown within minutes that it is them.
/// Errors: external.nothing-said, external.other-address, external.linked-elsewhere.
/// </summary>
[Person, Fresh]
public sealed record LinkExternal : ICommand<Result>;

[Internal]
public sealed record KeepExternal(ExternalIdentity Identity) : ICommand<Result>, IPlatformTransaction;

/// <summary>The other site opens this account no more. Errors: external.not-linked, external.last-way-in.</summary>
[Person, Fresh]
public sealed record UnlinkExternal(string Provider) : ICommand<Result>, IPlatformTransaction;

internal sealed class LinkExternalHandler(ISender sender, ISignIn sessions) : ICommandHandler<LinkExternal, Result>
{
    public async ValueTask<Result> Handle(LinkExternal command, CancellationToken cancellationToken) =>
        await sessions.ReadExternalAsync(cancellationToken) is { EmailVerified: true } said
            ? await sender.Send(new KeepExternal(said), cancellationToken)
            : IdentityErrors.NothingSaid;
}

internal sealed class KeepExternalHandlers(
    PlatformDb db, CallerAccessor caller, ILookupNormalizer normalizer, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<KeepExternal, Result>, ICommandHandler<UnlinkExternal, Result>
{
    public async ValueTask<Result> Handle(KeepExternal command, CancellationToken cancellationToken)
    {
        var (personId, said) = (caller.Caller.PersonId!, command.Identity);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        if (person.NormalizedEmail != normalizer.NormalizeEmail(said.Email)) return IdentityErrors.OtherAddress;
        var known = await db.Logins.AsNoTracking().SingleOrDefaultAsync(
            l => l.LoginProvider == said.Provider && l.ProviderKey == said.Subject, cancellationToken);
        if (known is not null) return known.UserId == personId ? Result.Success() : IdentityErrors.LinkedElsewhere;
        db.Logins.Add(said.LoginOf(personId));
        audit.Note(db, "person.linked", "person", personId, said.Provider);
        return await sender.Send(
            new QueueMail(
                $"linked/{personId}/{clock.GetUtcNow().ToUnixTimeMilliseconds()}", person.Email!,
                new MailText(
                    "Your Google account opens your account here", "Your Google account opens your account here",
                    ["From now on you can log in with Google. If it was not you, remove it and choose a new password."],
                    new MailLink("See to your security", "/account/security"))),
            cancellationToken);
    }

    public async ValueTask<Result> Handle(UnlinkExternal command, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId!;
        var passkeys = db.Passkeys;
        var logins = await db.Logins.Where(l => l.UserId == personId).ToListAsync(cancellationToken);
        if (logins.Find(l => l.LoginProvider == command.Provider) is not { } gone) return IdentityErrors.NotLinked;
        if (logins.Count == 1 && !await db.People.AnyAsync(
                p => p.Id == personId && (p.PasswordHash != null || passkeys.Any(k => k.UserId == p.Id)), cancellationToken))
            return IdentityErrors.LastWayIn;
        db.Logins.Remove(gone);
        audit.Note(db, "person.unlinked", "person", personId, command.Provider);
        return Result.Success();
    }
}
