using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Model;

public static class ListingSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<Listing> Listings => db.Set<Listing>();
        public DbSet<ListingText> ListingTexts => db.Set<ListingText>();
        public DbSet<ListingVariant> ListingVariants => db.Set<ListingVariant>();
        public DbSet<ListingRevision> ListingRevisions => db.Set<ListingRevision>();
        public DbSet<ListingRules> ListingRules => db.Set<ListingRules>();
        public DbSet<ListingSubmission> ListingSubmissions => db.Set<ListingSubmission>();
    }
}
