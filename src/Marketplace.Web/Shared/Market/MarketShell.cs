using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Layouts;

namespace Marketplace.Web.Shared.Market;

/// <summary>The switch in the header: what is chosen and what can be.</summary>
internal sealed class MarketShell(ICurrentMarket current, ISettings settings) : IShellSource
{
    public async ValueTask FillAsync(Shell shell, HttpContext http, CancellationToken cancellationToken)
    {
        var platform = await settings.GetAsync(cancellationToken);
        var market = current.Market;
        shell.Market = new MarketChoice(
            market.Country, market.CurrencyCode, market.Locale,
            [.. platform.Countries.Select(code => new Choice(code, CountryName(code))).OrderBy(c => c.Text, StringComparer.CurrentCulture)],
            [.. platform.Currencies.Select(code => new Choice(code, code))],
            [.. platform.Locales.Select(code => new Choice(code, Capital(CultureInfo.GetCultureInfo(code).NativeName)))]);
    }

    public static string CountryName(string code) => new RegionInfo(code).EnglishName;

    private static string Capital(string name) => char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..];
}
