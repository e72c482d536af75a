using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content;

/// <summary>One shelf by its address; content.no-collection when there is none.</summary>
[Anyone]
public sealed record GetCollection(string Slug) : IQuery<Result<CollectionView>>;

internal sealed class GetCollectionHandler(BuyerDb db) : IQueryHandler<GetCollection, Result<CollectionView>>
{
    public async ValueTask<Result<CollectionView>> Handle(GetCollection query, CancellationToken cancellation)
    {
        var shelf = await db.Collections.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == query.Slug, cancellation);
        return shelf is null
            ? ContentErrors.NoCollection
            : HomeReader.View(shelf);
    }
}

public static class ContentErrors
{
    public static readonly Error NoCollection = Error.NotFound("content.no-collection", "There is no such collection.");
}
