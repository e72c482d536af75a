using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Media.Adapters;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Catalog.Media;

/// <summary>
/// Keeps a picture for what the platform itself shows, in no seller's library; answers its hash. Errors as those of
/// <see cref="UploadPicture"/>.
/// </summary>
[Admin(AdminPermissions.Content)]
public sealed record UploadPlatformPicture(byte[] Content) : ICommand<Result<string>>;

internal sealed class UploadPlatformPictureHandler(PictureFiles files) : ICommandHandler<UploadPlatformPicture, Result<string>>
{
    public async ValueTask<Result<string>> Handle(UploadPlatformPicture command, CancellationToken cancellationToken)
    {
        var made = VipsPictures.MakeMaster(command.Content);
        return made.Ok ? await files.KeepAsync(made.Value.Webp, cancellationToken) : made.Error;
    }
}
