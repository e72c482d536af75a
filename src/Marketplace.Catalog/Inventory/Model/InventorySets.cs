using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory.Model;

public static class InventorySets
{
    extension(MarketplaceDb db)
    {
        public DbSet<StockLocation> StockLocations => db.Set<StockLocation>();
        public DbSet<StockMovement> StockMovements => db.Set<StockMovement>();
        public DbSet<StockReservation> StockReservations => db.Set<StockReservation>();
    }
}
