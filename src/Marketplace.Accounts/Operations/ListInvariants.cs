using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Operations;

/// <summary>Every sentence that must be true of the data, with its last check; the broken ones first, then by name.</summary>
[Admin(AdminPermissions.Jobs)]
public sealed record ListInvariants : IQuery<Result<IReadOnlyList<InvariantLine>>>;

/// <param name="Says">The sentence.</param>
/// <param name="CheckedAtUtc">Null: never yet.</param>
/// <param name="Found">Some of what breaks it, a line each; empty while it holds.</param>
public sealed record InvariantLine(
    string Name, string Says, DateTime? CheckedAtUtc, TimeSpan Took, int Breaches, DateTime? BrokenSinceUtc, IReadOnlyList<string> Found)
{
    public bool Holds => Breaches == 0;
}

internal sealed class ListInvariantsHandler(PlatformDb db, IEnumerable<IInvariant> invariants)
    : IQueryHandler<ListInvariants, Result<IReadOnlyList<InvariantLine>>>
{
    public async ValueTask<Result<IReadOnlyList<InvariantLine>>> Handle(ListInvariants query, CancellationToken cancellationToken)
    {
        var checks = await db.Set<InvariantCheck>().AsNoTracking().ToDictionaryAsync(c => c.Name, cancellationToken);
        return Result<IReadOnlyList<InvariantLine>>.Success(
        [
            .. invariants.Select(i => Line(i, checks.GetValueOrDefault(i.Name)))
                .OrderBy(l => l.Holds).ThenBy(l => l.Name, StringComparer.Ordinal),
        ]);
    }

    private static InvariantLine Line(IInvariant invariant, InvariantCheck? check) => check is null
        ? new InvariantLine(invariant.Name, invariant.Says, null, TimeSpan.Zero, 0, null, [])
        : new InvariantLine(
            invariant.Name, invariant.Says, check.CheckedAtUtc, TimeSpan.FromMilliseconds(check.TookMilliseconds), check.Breaches,
            check.BrokenSinceUtc, check.Found.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
