using Marketplace.Kernel.Results;

namespace Marketplace.Catalog.Media;

internal static class MediaErrors
{
    public static readonly Error NotAPicture = Error.InvalidField(
        "picture.not-a-picture", "File", "This is no picture we can read. Use JPEG, PNG, WebP, AVIF or GIF.");

    public static readonly Error TooHeavy = Error.InvalidField(
        "picture.too-heavy", "File", "A picture has at most 15 MB. Save it smaller, then try again.");

    public static readonly Error TooLarge = Error.InvalidField(
        "picture.too-large", "File", "A picture has at most 40 megapixels. Make it smaller, then try again.");

    public static readonly Error TooSmall = Error.InvalidField(
        "picture.too-small", "File", "A picture is at least 200 pixels wide and high, so that buyers can see something.");

    public static readonly Error NotFound = Error.NotFound("picture.not-found", "There is no such picture.");
}
