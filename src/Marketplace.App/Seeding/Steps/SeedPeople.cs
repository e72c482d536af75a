using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.App.Seeding.Model;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>Everybody who can sign in: staff, buyers and the shops' people, all with the demo's password.</summary>
internal sealed class SeedPeople(SeedSender sender)
{
    /// <summary>Answers the people's ids by e-mail.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(DemoWorld world, CancellationToken cancellation)
    {
        var ids = await sender.ReadAsync(db => db.Set<Person>()
            .ToDictionaryAsync(p => p.Email!, p => p.Id, StringComparer.OrdinalIgnoreCase, cancellation));
        var (people, locale) = (world.Platform.People, world.Platform.Defaults.Locale);
        var all = people.Admins.Select(a => (a.Name, a.Email, Role: (AdminRole?)RoleOf(a.Role)))
            .Concat(people.Buyers.Select(b => (b.Name, b.Email, Role: (AdminRole?)null)))
            .Concat(world.Shops.SelectMany(s => s.Shop.People).Select(p => (p.Name, p.Email, Role: (AdminRole?)null)));
        foreach (var (name, email, role) in all)
        {
            if (ids.ContainsKey(email)) continue;
            ids[email] = await sender.SendAsync(Caller.System, new CreatePerson(
                name, email, people.DemoPassword, locale, IsConfirmed: true, role, SeedIds.Person(email)), cancellation);
        }

        return ids;
    }

    private static AdminRole RoleOf(string role) => role switch
    {
        "admin" => AdminRole.Owner,
        "operations" => AdminRole.Operations,
        "finance" => AdminRole.Finance,
        "support" => AdminRole.Support,
        "auditor" => AdminRole.Auditor,
        _ => throw new InvalidOperationException($"'{role}' is no role of staff."),
    };
}
