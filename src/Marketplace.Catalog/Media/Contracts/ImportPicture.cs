using Marketplace.Catalog.Media.Adapters;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;

namespace Marketplace.Catalog.Media.Contracts;

/// <summary>
/// Takes a WebP master as it is (the demo's drawings), into the library of the caller's seller when there is one;
/// answers its hash. The small sizes are made when they are first asked for. Error: <c>picture.not-a-picture</c>.
/// </summary>
[Internal]
public sealed record ImportPicture(byte[] Webp, string FileName) : ICommand<Result<string>>;

internal sealed class ImportPictureHandler(PictureFiles files, ISender sender, CallerAccessor caller)
    : ICommandHandler<ImportPicture, Result<string>>
{
    public async ValueTask<Result<string>> Handle(ImportPicture command, CancellationToken cancellationToken)
    {
        if (PictureFormat.Of(command.Webp) != "webp") return MediaErrors.NotAPicture;
        var (width, height) = VipsPictures.Measure(command.Webp);
        var pictureRef = await files.KeepAsync(command.Webp, cancellationToken);
        if (caller.Caller.TenantId is null) return pictureRef;
        var kept = await sender.Send(
            new AddToLibrary(new LibraryPicture(pictureRef, command.FileName, width, height)), cancellationToken);
        return kept.Ok ? pictureRef : kept.Error;
    }
}
