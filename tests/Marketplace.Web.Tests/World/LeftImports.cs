using System.Text;
using Marketplace.Catalog.Exchange;
using Marketplace.Tests.World;

namespace Marketplace.Web.Tests.World;

/// <summary>Three files of the pottery: one whose columns are still to be said, one that waits for a yes, one that is in.</summary>
internal static class LeftImports
{
    /// <summary>Two good rows, of which one changes a listing, and one to mend.</summary>
    public const string Rows = "sku,title,price:EUR,weight_g,colour\r\nMUG-0,,19.50,,\r\n"
        + "BOWL-{0},Bowl {0} of the pottery,24.00,700,dark\r\nBAD-{0},Plate of the pottery,much,600,\r\n";

    public static async Task<List<string>> LeaveImportsAsync(this TestMarket market)
    {
        var (vera, left) = (await market.CallerAsync(TestMarket.Vera, TestMarket.Pottery), new List<string>());
        for (var i = 0; i < 3; i++)
        {
            var file = Encoding.UTF8.GetBytes(Rows.Replace("{0}", i.ToString())
                .Replace("MUG-0,,19.50", i == 2 ? "MUG-1,,19.50" : "MUG-0,,19.50"));
            left.Add((await market.Site.SendAsync(vera, new UploadImport(file, "spring.csv"))).Required());
            if (i == 0) continue;
            var view = (await market.Site.SendAsync(vera, new GetImport(left[i]))).Required();
            (await market.Site.SendAsync(vera, new CheckImport(left[i], [.. view.Columns.Select(c => c.Field)], view.Options))).Done();
            await market.Site.RunJobAsync("run-imports");
        }

        (await market.Site.SendAsync(vera, new ConfirmImport(left[2]))).Done();
        await market.Site.RunJobAsync("run-imports");
        await market.Site.DrainAsync();
        return left;
    }
}
