using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content;

internal static class Saving
{
    /// <summary>False where somebody else has changed or made the same row meanwhile; the transaction is over then.</summary>
    public static async Task<bool> TryAsync(PlatformDb db, IDatabaseProvider database, CancellationToken cancellation)
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
