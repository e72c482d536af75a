using Microsoft.EntityFrameworkCore;

namespace Marketplace.Kernel.Data;

/// <summary>For commands that tell somebody who was too late so, in words of their own.</summary>
public static class TrySave
{
    /// <summary>False where somebody else has changed or made the same row meanwhile; the transaction is over then.</summary>
    public static async Task<bool> TrySaveAsync(this MarketplaceDb db, IDatabaseProvider database, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException exception) when (database.IsDuplicateKey(exception))
        {
            return false;
        }
    }
}
