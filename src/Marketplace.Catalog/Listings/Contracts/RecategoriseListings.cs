using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>Puts every listing of one category into another; search is told of those that buyers see.</summary>
[Internal]
public sealed record RecategoriseListings(string FromId, string ToId, string ToPath) : ICommand<Result>, IPlatformTransaction;

internal sealed class RecategoriseListingsHandler(PlatformDb db) : ICommandHandler<RecategoriseListings, Result>
{
    public async ValueTask<Result> Handle(RecategoriseListings command, CancellationToken cancellationToken)
    {
        await ListingChanges.BumpWhereAsync(db, l => l.CategoryId == command.FromId, cancellationToken);
        await db.PublishedListings.Where(l => l.CategoryId == command.FromId)
            .ExecuteUpdateAsync(u => u.SetProperty(l => l.CategoryId, command.ToId)
                .SetProperty(l => l.CategoryPath, command.ToPath), cancellationToken);
        await db.Listings.Where(l => l.CategoryId == command.FromId)
            .ExecuteUpdateAsync(u => u.SetProperty(l => l.CategoryId, command.ToId)
                .SetProperty(l => l.Version, l => l.Version + 1), cancellationToken);
        return Result.Success();
    }
}

/// <summary>A branch of the tree hangs elsewhere: the paths of its listings follow.</summary>
[Internal]
public sealed record RepathListings(string FromPath, string ToPath) : ICommand<Result>, IPlatformTransaction;

internal sealed class RepathListingsHandler(PlatformDb db) : ICommandHandler<RepathListings, Result>
{
    public async ValueTask<Result> Handle(RepathListings command, CancellationToken cancellationToken)
    {
        var (path, below, to, length) = (command.FromPath, command.FromPath + "/", command.ToPath, command.FromPath.Length);
        await ListingChanges.BumpWhereAsync(
            db, l => l.CategoryPath == path || l.CategoryPath.StartsWith(below), cancellationToken);
        await db.PublishedListings.Where(l => l.CategoryPath == path || l.CategoryPath.StartsWith(below))
            .ExecuteUpdateAsync(
                u => u.SetProperty(l => l.CategoryPath, l => to + l.CategoryPath.Substring(length)), cancellationToken);
        return Result.Success();
    }
}
