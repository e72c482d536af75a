using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Model;

internal static class SellerFiles
{
    extension(PlatformDb db)
    {
        public DbSet<Seller> Sellers => db.Set<Seller>();
        public DbSet<ProvenDomain> ProvenDomains => db.Set<ProvenDomain>();
    }

    extension(MarketplaceDb db)
    {
        public DbSet<TermsAcceptance> TermsAcceptances => db.Set<TermsAcceptance>();
        public DbSet<ReviewNote> ReviewNotes => db.Set<ReviewNote>();
        public DbSet<SellerPlan> SellerPlans => db.Set<SellerPlan>();
        public DbSet<SellerDomain> SellerDomains => db.Set<SellerDomain>();
    }
}
