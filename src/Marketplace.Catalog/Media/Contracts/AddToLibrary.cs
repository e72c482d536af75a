using Marketplace.Catalog.Media.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Media.Contracts;

/// <summary>Writes down that the seller has a picture; saying it again changes nothing.</summary>
[Internal]
public sealed record AddToLibrary(LibraryPicture Picture) : ICommand<Result>, ISellerTransaction;

internal sealed class AddToLibraryHandler(SellerDb db, TimeProvider clock) : ICommandHandler<AddToLibrary, Result>
{
    public async ValueTask<Result> Handle(AddToLibrary command, CancellationToken cancellationToken)
    {
        var picture = command.Picture;
        if (await db.MediaAssets.AnyAsync(a => a.PictureRef == picture.Ref, cancellationToken)) return Result.Success();
        db.Add(new MediaAsset
        {
            TenantId = db.TenantId, Id = Ids.New(clock), PictureRef = picture.Ref, FileName = picture.FileName,
            Width = picture.Width, Height = picture.Height, AtUtc = clock.GetUtcNow().UtcDateTime,
        });
        return Result.Success();
    }
}

/// <summary>How many of these pictures are in the seller's library.</summary>
[Internal]
public sealed record CountOwnPictures(IReadOnlyList<string> Refs) : IQuery<Result<int>>;

internal sealed class CountOwnPicturesHandler(SellerDb db) : IQueryHandler<CountOwnPictures, Result<int>>
{
    public async ValueTask<Result<int>> Handle(CountOwnPictures query, CancellationToken cancellationToken)
    {
        var refs = query.Refs;
        return await db.MediaAssets.CountAsync(a => refs.Contains(a.PictureRef), cancellationToken);
    }
}
