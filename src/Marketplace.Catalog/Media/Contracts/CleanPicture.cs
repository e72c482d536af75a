using Marketplace.Catalog.Media.Adapters;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Catalog.Media.Contracts;

/// <summary>
/// A stranger's picture decoded and written anew, without its metadata (where it was taken stays nobody's business).
/// Not inside a transaction. Errors: <c>picture.not-a-picture</c>, <c>picture.too-heavy</c>, <c>picture.too-large</c>,
/// <c>picture.too-small</c>.
/// </summary>
[Internal]
public sealed record CleanPicture(byte[] Content) : IQuery<Result<CleanedPicture>>;

public sealed record CleanedPicture(byte[] Webp, int Width, int Height);

/// <summary>The same, kept among the pictures that everybody may see; answers its hash.</summary>
[Internal]
public sealed record KeepPicture(byte[] Content) : ICommand<Result<string>>;

internal sealed class CleanPictureHandler(PictureFiles files)
    : IQueryHandler<CleanPicture, Result<CleanedPicture>>, ICommandHandler<KeepPicture, Result<string>>
{
    public ValueTask<Result<CleanedPicture>> Handle(CleanPicture query, CancellationToken cancellationToken)
    {
        var made = VipsPictures.MakeMaster(query.Content);
        return ValueTask.FromResult<Result<CleanedPicture>>(
            made.Ok ? new CleanedPicture(made.Value.Webp, made.Value.Width, made.Value.Height) : made.Error);
    }

    public async ValueTask<Result<string>> Handle(KeepPicture command, CancellationToken cancellationToken)
    {
        var made = VipsPictures.MakeMaster(command.Content);
        return made.Ok ? await files.KeepAsync(made.Value.Webp, cancellationToken) : made.Error;
    }
}
