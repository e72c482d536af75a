using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.World;

/// <summary>People and shops in few words. A person made here has no password: hashing one takes a tenth of a second.</summary>
public static class AccountsWorld
{
    /// <summary>A signed-in person: "ana" is Ana, ana@example.com.</summary>
    public static async Task<Caller> PersonAsync(this TestHost host, string name, AdminRole? admin = null)
    {
        var (id, email) = (Ids.From("person", name), name + "@example.com");
        await host.WithPlatformAsync(async db =>
        {
            if (await db.People.AnyAsync(p => p.Id == id)) return 0;
            db.People.Add(new Person
            {
                Id = id, BuyerId = Ids.From("buyer", name), Name = char.ToUpperInvariant(name[0]) + name[1..], Email = email,
                UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(),
                Locale = "en-US", JoinedAtUtc = host.Clock.GetUtcNow().UtcDateTime, SecurityStamp = "stamp-" + name,
                ConcurrencyStamp = "1", AdminRole = admin, EmailConfirmed = true,
            });
            db.Sessions.Add(SessionOf(name, id, host.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });
        return await host.CallerAsync(name);
    }

    /// <summary>A session that began a moment ago, by password.</summary>
    private static PersonSession SessionOf(string name, string personId, DateTime now) => new()
    {
        Id = Ids.From("session", name), PersonId = personId, Stamp = "stamp-" + name, Device = "Firefox · Linux",
        Network = "203.0.113.*", StartedAtUtc = now, SeenAtUtc = now, ProvedAtUtc = now, SecondFactor = false,
    };

    /// <summary>What the host would make of the person's session now, in a seller's dashboard or outside.</summary>
    public static async Task<Caller> CallerAsync(this TestHost host, string name, string? tenantId = null) =>
        (await host.Services.GetRequiredService<CallerFactory>()
            .FindAsync(Ids.From("session", name), tenantId, null, default))?.Caller
        ?? throw new InvalidOperationException($"{name} is no member of {tenantId}.");

    /// <summary>An open shop; its owner's caller inside the dashboard.</summary>
    public static async Task<Caller> ShopAsync(this TestHost host, string slug, string owner, string country = "DE")
    {
        var applied = await host.ApplicationAsync(slug, owner, country);
        await host.NameTraderAsync(applied.TenantId!);
        (await host.SendAsync(Caller.System, new OpenSeller(applied.TenantId!))).Done();
        return applied;
    }

    /// <summary>What the law wants known before a shop opens, as rows: its message is tested where it belongs.</summary>
    public static Task<int> NameTraderAsync(this TestHost host, string tenantId) => host.WithPlatformAsync(async db =>
    {
        var profile = await db.SellerProfiles.SingleAsync(p => p.TenantId == tenantId);
        (profile.Trader, profile.CertifiedAtUtc) = (Trader(profile.Name, profile.Country), host.Clock.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });

    public static TraderIdentity Trader(string name, string country) => new()
    {
        Kind = TraderKind.SoleTrader, LegalName = name, Line1 = "Street 1", City = "Town", Postcode = "12345", Country = country,
        Email = "shop@example.com", Phone = "+49 561 123456",
    };

    /// <summary>A shop that is still applying; its owner's caller inside the dashboard.</summary>
    public static async Task<Caller> ApplicationAsync(this TestHost host, string slug, string owner, string country = "DE")
    {
        var person = await host.PersonAsync(owner);
        var name = char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' ');
        var made = await host.SendAsync(
            Caller.System, new CreateSeller(name, slug, country, person.PersonId!, Ids.From("seller", slug)));
        return await host.CallerAsync(owner, made.Required().TenantId);
    }

    /// <summary>An admin's caller.</summary>
    public static Task<Caller> AdminAsync(this TestHost host, AdminRole role = AdminRole.Owner) =>
        host.PersonAsync("admin-" + role.ToString().ToLowerInvariant(), role);

    /// <summary>The queued mails to an address, the oldest first, after events were delivered.</summary>
    public static async Task<List<Mail>> MailsToAsync(this TestHost host, string email)
    {
        await host.DrainAsync();
        return await host.WithPlatformAsync(db => db.Mails.AsNoTracking().Where(m => m.Recipient == email).OrderBy(m => m.Id)
            .Select(m => new Mail(m.Key, m.Recipient, m.Subject, m.Text, m.Html, m.TenantId)).ToListAsync());
    }

    /// <summary>The secret at the end of a mail's link.</summary>
    public static string SecretIn(Mail mail, string path)
    {
        var at = mail.Text.IndexOf(path, StringComparison.Ordinal) + path.Length;
        return mail.Text[at..mail.Text.IndexOf('\n', at)];
    }

    /// <summary>Somebody who has registered and opened the link of the mail.</summary>
    public static async Task RegisteredAsync(this TestHost host, RegisterPerson person)
    {
        (await host.SendAsync(Caller.Anonymous, person)).Done();
        var mail = (await host.MailsToAsync(person.Email)).Last(m => m.Subject.StartsWith("Confirm", StringComparison.Ordinal));
        (await host.SendAsync(Caller.Anonymous, new ConfirmEmail(SecretIn(mail, "/confirm/")))).Done();
    }

    public static void Done(this Result result) => Assert.Null(result.Error);
}

/// <summary>Remembers sessions instead of setting cookies.</summary>
public sealed class RememberedSessions : ISignIn
{
    public Device Device { get; set; } = new("Firefox · Linux", "203.0.113.*");

    public HalfSignIn? Half { get; set; }

    /// <summary>What another site says next, once.</summary>
    public ExternalIdentity? Said { get; set; }

    public void Await(HalfSignIn half) => Half = half;

    public Task<ExternalIdentity?> ReadExternalAsync(CancellationToken cancellation)
    {
        var said = Said;
        Said = null;
        return Task.FromResult(said);
    }

    public NewSession? Current { get; private set; }

    public int SignIns { get; private set; }

    public Task SignInAsync(NewSession session, CancellationToken cancellation)
    {
        (Current, SignIns, Half) = (session, SignIns + 1, null);
        return Task.CompletedTask;
    }

    public Task SignOutAsync(CancellationToken cancellation)
    {
        Current = null;
        return Task.CompletedTask;
    }
}
