namespace Marketplace.Web.Shared.Http;

public static class AssetEndpoints
{
    /// <summary>Files under wwwroot, cached for a year when their address carries the hash.</summary>
    public static WebApplication UseAssets(this WebApplication app)
    {
        var assets = app.Services.GetRequiredService<Assets>();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                Assets.CacheFor(file.Context.Request.Query["v"], assets.Hash(file.Context.Request.Path)),
        });
        return app;
    }

    /// <summary>The joined styles and scripts.</summary>
    public static void MapAssets(this WebApplication app) =>
        app.MapGet("/assets/{name}", (HttpContext http, string name, Assets assets) => assets.Serve(http, name));
}
