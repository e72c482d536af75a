using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Model;

internal static class IdentitySets
{
    extension(PlatformDb db)
    {
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<Membership> Memberships => db.Set<Membership>();
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();
        public DbSet<OneTimeToken> OneTimeTokens => db.Set<OneTimeToken>();
    }
}
