using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange.Model;

public static class ExchangeSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<ImportRun> ImportRuns => db.Set<ImportRun>();
        public DbSet<ImportItem> ImportItems => db.Set<ImportItem>();
        public DbSet<FetchedPicture> ImportPictures => db.Set<FetchedPicture>();
    }
}
