using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>For lists that name sellers: however many there are, as many as <see cref="GetSellers"/> takes a call.</summary>
public static class SellersById
{
    /// <summary>By their ids; ids of nobody, and none at all, are left out.</summary>
    public static async Task<Dictionary<string, SellerInfo>> SellersByIdAsync(
        this ISender sender, IEnumerable<string?> tenantIds, CancellationToken cancellation)
    {
        var found = new Dictionary<string, SellerInfo>(StringComparer.Ordinal);
        foreach (var ids in tenantIds.OfType<string>().Distinct(StringComparer.Ordinal).Chunk(GetSellers.Maximum))
        {
            foreach (var seller in (await sender.Send(new GetSellers(ids), cancellation)).Required())
                found[seller.TenantId] = seller;
        }

        return found;
    }
}
