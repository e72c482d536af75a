using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Taxonomy.Contracts;

public static class TaxonomySets
{
    extension(MarketplaceDb db)
    {
        public DbSet<Category> Categories => db.Set<Category>();
        public DbSet<CategorySlug> CategorySlugs => db.Set<CategorySlug>();
        public DbSet<AttributeDefinition> AttributeDefinitions => db.Set<AttributeDefinition>();
    }
}
