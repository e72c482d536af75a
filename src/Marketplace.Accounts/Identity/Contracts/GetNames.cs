using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>People's names by id, for lists that name who did something; ids of nobody are left out.</summary>
[Internal]
public sealed record GetNames(IReadOnlyCollection<string> Ids) : IQuery<Result<IReadOnlyDictionary<string, string>>>;

internal sealed class GetNamesHandler(PlatformDb db) : IQueryHandler<GetNames, Result<IReadOnlyDictionary<string, string>>>
{
    private const int Most = 500;

    public async ValueTask<Result<IReadOnlyDictionary<string, string>>> Handle(GetNames query, CancellationToken cancellationToken)
    {
        var ids = query.Ids.Distinct(StringComparer.Ordinal).Take(Most).ToList();
        return await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
    }
}
