using Marketplace.Catalog.Media.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Catalog.Media;

/// <summary>The bytes of a picture in one of its widths, as WebP; they never change. Error: <c>picture.not-found</c>.</summary>
[Anyone]
public sealed record OpenPicture(string PictureRef, int Width) : IQuery<Result<Stream>>;

internal sealed class OpenPictureHandler(PictureFiles files) : IQueryHandler<OpenPicture, Result<Stream>>
{
    public async ValueTask<Result<Stream>> Handle(OpenPicture query, CancellationToken cancellationToken)
    {
        if (!PictureSizes.IsRef(query.PictureRef) || !PictureSizes.All.Contains(query.Width)) return MediaErrors.NotFound;
        return await files.OpenAsync(query.PictureRef, query.Width, cancellationToken) is { } content
            ? Result<Stream>.Success(content) : MediaErrors.NotFound;
    }
}
