using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>
/// Who buyers are and where to write to them, by buyer id; at most 500. Guests, and those who were blocked, are left out.
/// </summary>
[Internal]
public sealed record FindBuyers(IReadOnlyCollection<string> BuyerIds) : IQuery<Result<IReadOnlyDictionary<string, BuyerContact>>>;

public sealed record BuyerContact(string PersonId, string Name, string Email);

internal sealed class FindBuyersHandler(PlatformDb db)
    : IQueryHandler<FindBuyers, Result<IReadOnlyDictionary<string, BuyerContact>>>
{
    private const int Most = 500;

    public async ValueTask<Result<IReadOnlyDictionary<string, BuyerContact>>> Handle(
        FindBuyers query, CancellationToken cancellationToken)
    {
        var ids = query.BuyerIds.Distinct(StringComparer.Ordinal).Take(Most).ToList();
        return await db.People.Where(p => ids.Contains(p.BuyerId) && p.DisabledAtUtc == null)
            .ToDictionaryAsync(p => p.BuyerId, p => new BuyerContact(p.Id, p.Name, p.Email!), StringComparer.Ordinal, cancellationToken);
    }
}
