using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>Sellers for the console, the newest first.</summary>
/// <param name="Search">The beginning of the name or of the address.</param>
/// <param name="After">The <c>Next</c> of the page before.</param>
/// <param name="Appealing">Only those who wait for an answer to their appeal.</param>
[Admin(AdminPermissions.Sellers)]
public sealed record ListSellers(SellerState? State = null, string? Search = null, string? After = null, bool Appealing = false)
    : IQuery<Result<SellerList>>;

/// <param name="InState">How many there are in each state, whatever the filter.</param>
/// <param name="Appeals">How many wait for an answer to their appeal.</param>
public sealed record SellerList(Page<SellerLine> Page, IReadOnlyDictionary<SellerState, int> InState, int Appeals);

public sealed record SellerLine(
    string TenantId, string Slug, string Name, string Country, SellerState State, DateTime AppliedAtUtc, DateTime StateAtUtc,
    bool PayoutsReady);

internal sealed class ListSellersHandler(PlatformDb db) : IQueryHandler<ListSellers, Result<SellerList>>
{
    private const int Size = 50;

    public async ValueTask<Result<SellerList>> Handle(ListSellers query, CancellationToken cancellationToken)
    {
        var sellers = query.Appealing ? OpenAppeals.Of(db).Select(a => a.Seller) : db.Sellers.AsNoTracking();
        if (query.State is { } state) sellers = sellers.Where(s => s.State == state);
        if (query.Search?.Trim() is { Length: > 0 } search)
            sellers = sellers.Where(s => s.Name.StartsWith(search) || s.Slug.StartsWith(search));
        if (query.After is { Length: > 0 } after) sellers = sellers.Where(s => string.Compare(s.Id, after) < 0);
        var rows = await sellers.OrderByDescending(s => s.Id).Take(Size + 1).Select(SellerReading.Line)
            .ToListAsync(cancellationToken);
        var counts = await db.Sellers.GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new SellerList(Page.Of(rows, Size, s => s.TenantId), counts, await OpenAppeals.Of(db).CountAsync(cancellationToken));
    }
}

internal static class SellerReading
{
    public static readonly System.Linq.Expressions.Expression<Func<Seller, SellerLine>> Line = s => new SellerLine(
        s.Id, s.Slug, s.Name, s.Country, s.State, s.AppliedAtUtc, s.StateAtUtc == default ? s.AppliedAtUtc : s.StateAtUtc,
        s.PayoutsReady);
}
