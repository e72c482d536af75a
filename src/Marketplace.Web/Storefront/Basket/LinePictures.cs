using System.Globalization;
using Marketplace.Web.Shared.Components;

namespace Marketplace.Web.Storefront.Basket;

/// <summary>The small picture beside a line; its words stand beside it, so it needs none of its own.</summary>
public static class LinePictures
{
    public static Picture? Of(string? pictureRef) => pictureRef is null ? null : new Picture(
        Url(pictureRef, 160), "", (pictureRef[0] % 6) + 1, SrcSet: $"{Url(pictureRef, 160)} 160w, {Url(pictureRef, 320)} 320w");

    private static string Url(string pictureRef, int width) =>
        $"/media/{pictureRef}/{width.ToString(CultureInfo.InvariantCulture)}.webp";
}
