using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Media.Adapters;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Catalog.Media;

/// <summary>
/// Puts a picture into the seller's library; the same one again is the same entry. No transaction runs while it is
/// decoded. Errors: <c>picture.not-a-picture</c>, <c>picture.too-heavy</c>, <c>picture.too-large</c>,
/// <c>picture.too-small</c>.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record UploadPicture(byte[] Content, string FileName) : ICommand<Result<LibraryPicture>>;



internal sealed class UploadPictureHandler(PictureFiles files, ISender sender)
    : ICommandHandler<UploadPicture, Result<LibraryPicture>>
{
    public async ValueTask<Result<LibraryPicture>> Handle(UploadPicture command, CancellationToken cancellationToken)
    {
        var made = VipsPictures.MakeMaster(command.Content);
        if (!made.Ok) return made.Error;
        var pictureRef = await files.KeepAsync(made.Value.Webp, cancellationToken);
        var picture = new LibraryPicture(pictureRef, Shorten(command.FileName), made.Value.Width, made.Value.Height);
        var kept = await sender.Send(new AddToLibrary(picture), cancellationToken);
        return kept.Ok ? picture : kept.Error;
    }

    private static string Shorten(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/')).Trim();
        return name.Length <= 120 ? name : name[^120..];
    }
}
