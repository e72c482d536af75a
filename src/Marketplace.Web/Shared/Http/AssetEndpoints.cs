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
        app.MapGet("/assets/{name}", (HttpContext http, string name) => assets.Serve(http, name));
        return app;
    }
}
