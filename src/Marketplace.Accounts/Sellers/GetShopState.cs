using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>How the current seller stands with the platform, by one query.</summary>
[Seller(SellerPermissions.Member)]
public sealed record GetShopState : IQuery<Result<ShopState>>;

/// <param name="Reason">The reviewer's words with the last move.</param>
/// <param name="UnreadTerms">The version of the seller terms in force, while the seller has not accepted it.</param>
public sealed record ShopState(SellerState State, string Reason, int? UnreadTerms);

internal sealed class GetShopStateHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<GetShopState, Result<ShopState>>
{
    public async ValueTask<Result<ShopState>> Handle(GetShopState query, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId;
        var (texts, accepted) = (db.Set<LegalText>(), db.TermsAcceptances);
        var found = await db.Sellers.AsNoTracking().Where(s => s.Id == tenantId)
            .Select(s => new
            {
                s.State, s.StateReason,
                Terms = texts.Where(t => t.Kind == LegalTextKind.SellerTerms).Max(t => (int?)t.TextVersion),
                Accepted = accepted.Where(a => a.TenantId == s.Id).Max(a => (int?)a.TermsVersion),
            }).SingleAsync(cancellationToken);
        return new ShopState(found.State, found.StateReason, found.Terms > (found.Accepted ?? 0) ? found.Terms : null);
    }
}
