using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Catalog.Media.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Media;

/// <summary>The seller's pictures, newest first; at most 60.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record ListLibrary(int Skip = 0) : IQuery<Result<IReadOnlyList<LibraryPicture>>>;

internal sealed class ListLibraryHandler(SellerDb db) : IQueryHandler<ListLibrary, Result<IReadOnlyList<LibraryPicture>>>
{
    public async ValueTask<Result<IReadOnlyList<LibraryPicture>>> Handle(
        ListLibrary query, CancellationToken cancellationToken) =>
        await db.MediaAssets.AsNoTracking().OrderByDescending(a => a.AtUtc).ThenByDescending(a => a.Id)
            .Skip(Math.Max(0, query.Skip)).Take(60)
            .Select(a => new LibraryPicture(a.PictureRef, a.FileName, a.Width, a.Height)).ToListAsync(cancellationToken);
}
