using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Contracts;

public static class PublishedSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<PublishedListing> PublishedListings => db.Set<PublishedListing>();
        public DbSet<PublishedText> PublishedTexts => db.Set<PublishedText>();
        public DbSet<Offer> Offers => db.Set<Offer>();
        public DbSet<ListingChange> ListingChanges => db.Set<ListingChange>();
        public DbSet<ProductGroup> ProductGroups => db.Set<ProductGroup>();
        public DbSet<ProductGroupMember> ProductGroupMembers => db.Set<ProductGroupMember>();
        public DbSet<BuyBox> BuyBoxes => db.Set<BuyBox>();
        public DbSet<ListingRating> ListingRatings => db.Set<ListingRating>();
        public DbSet<ListingTalk> ListingTalks => db.Set<ListingTalk>();
    }
}
