using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Team;

/// <summary>In how many teams a person is.</summary>
[Internal]
public sealed record CountMemberships(string PersonId) : IQuery<Result<int>>;

internal sealed class CountMembershipsHandler(PlatformDb db) : IQueryHandler<CountMemberships, Result<int>>
{
    public async ValueTask<Result<int>> Handle(CountMemberships query, CancellationToken cancellationToken) =>
        await db.Memberships.CountAsync(m => m.PersonId == query.PersonId, cancellationToken);
}
