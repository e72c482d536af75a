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
        public DbSet<StaffInvitation> StaffInvitations => db.Set<StaffInvitation>();
        public DbSet<PersonSession> Sessions => db.Set<PersonSession>();
        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();
        public DbSet<PersonPasskey> Passkeys => db.Set<PersonPasskey>();
        public DbSet<PersonLogin> Logins => db.Set<PersonLogin>();
        public DbSet<SpentQuestion> SpentQuestions => db.Set<SpentQuestion>();
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();
        public DbSet<OneTimeToken> OneTimeTokens => db.Set<OneTimeToken>();
    }
}
