using System.Text;
using Marketplace.Web.Shared.Components;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Marketplace.Web.Storefront.Account.Security;

/// <summary>A QR code as one path of an SVG: no script, no picture from elsewhere, sharp on every screen.</summary>
internal static class QrPicture
{
    public static IHtmlContent Of(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            // Neighbouring dark squares are one stroke.
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x + 1 < rows.Count && rows[y][x + 1]) x++;
                path.Append('M').Append(from).Append(' ').Append(y).Append('h').Append(x - from + 1).Append("v1h-")
                    .Append(x - from + 1).Append('z');
            }
        }

        // The quiet zone is part of the matrix; dark on light in both schemes, since cameras want it so.
        return Markup.Of(
            $"""<svg role="img" aria-label="{label}" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><rect class="light" width="{rows.Count}" height="{rows.Count}"/><path class="dark" d="{path.ToString()}"/></svg>""");
    }
}
