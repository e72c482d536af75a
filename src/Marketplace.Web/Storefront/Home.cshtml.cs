using Marketplace.Growth.Content;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront;

[OutputCache(PolicyName = ShopCache.Name)]
public sealed class HomeModel(ISender sender, HomeFiller filler, TimeProvider clock, IOptions<PlatformOptions> platform) : PageModel
{
    public HomeFill Fill { get; private set; } = null!;

    public string Canonical => platform.Value.Url + "/";

    public async Task OnGetAsync()
    {
        var home = (await sender.Send(new GetHomePage(), HttpContext.RequestAborted)).Required();
        // A copy in the shared cache must not outlive a banner.
        if (home.ChangesAtUtc is { } change) ShopCache.KeepAtMost(HttpContext, change - clock.GetUtcNow().UtcDateTime);
        Fill = await filler.FillAsync(home, HttpContext.RequestAborted);
    }
}
