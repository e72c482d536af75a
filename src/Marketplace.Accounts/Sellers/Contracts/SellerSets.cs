using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Contracts;

public static class SellerSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<SellerProfile> SellerProfiles => db.Set<SellerProfile>();
        public DbSet<SellerStanding> SellerStandings => db.Set<SellerStanding>();
    }
}
