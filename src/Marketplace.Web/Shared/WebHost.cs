using System.Net;
using System.Text.Unicode;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Api;
using Marketplace.Web.Api.Http;
using Marketplace.Web.Seller.Practice;
using Marketplace.Web.Seller.Settings;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.DevelopmentMail;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Frame;
using Marketplace.Web.Shared.Hosting;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Market;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Shared.Tenancy;
using Marketplace.Web.Webhooks;
using Marketplace.Web.Storefront;
using Marketplace.Web.Storefront.Browse;
using Marketplace.Web.Storefront.Feeds;
using Marketplace.Web.Storefront.Media;
using Marketplace.Web.Storefront.Messages;
using Marketplace.Web.Storefront.Products;
using Marketplace.Web.Storefront.Shops;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Marketplace.Web.Shared;

/// <summary>Pages, words and the frame around them, and the way a request takes to them.</summary>
internal static class WebHost
{
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var secure = builder.Configuration["Platform:Url"]?.StartsWith("https://", StringComparison.Ordinal)
            ?? !builder.Environment.IsDevelopment();
        services.AddRazorPages(options =>
            {
                options.RootDirectory = "/";
                if (!builder.Environment.IsDevelopment())
                    options.Conventions.AddPageRouteModelConvention(DevelopmentMailPage.Route, page => page.Selectors.Clear());
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<ShellFilter>();
                options.Filters.Add<UnknownHandlerFilter>();
                // The messages' own validators say what is missing, in words that help.
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            });
        services.Configure<RazorViewEngineOptions>(options =>
            options.PageViewLocationFormats.Add("/Shared/Layouts/{0}.cshtml"));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = Flash.Cookie);
        services.AddAntiforgery(options => options.Cookie.Name = Session.Name("form", secure));
        services.AddProblemDetails();
        services.AddWords();
        services.AddTenancy();
        services.AddSession(builder.Configuration, secure);
        services.AddRateLimits(builder.Configuration);
        services.AddApi();
        services.AddOutputCache(options => options.AddPolicy(ShopCache.Name, new ShopCache()));
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        services.AddSingleton<Assets>();
        services.AddSingleton<MainMenu>();
        services.AddSingleton<PracticeWorlds>();
        services.AddScoped<Shell>();
        services.AddScoped<DisplayClock>();
        services.AddScoped<ShelfMaker>();
        services.AddScoped<HomeFiller>();
        services.AddScoped<RequestMarket>();
        services.AddScoped<ICurrentMarket>(sp => sp.GetRequiredService<RequestMarket>());
        foreach (var source in typeof(WebHost).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IShellSource))))
            services.AddScoped(typeof(IShellSource), source);
        return builder;
    }

    /// <summary>
    /// The order matters: what a proxy says first, then what happens if things fail, then whose request it is (host,
    /// market, route, tenant), then the shared cache, which must come before anything personal, then the person.
    /// </summary>
    public static void UsePages(this WebApplication app)
    {
        var platform = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        app.UseForwardedHeaders(Proxies(platform));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500", CreateScopeForErrors = true,
        });
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseSecurityHeaders(
            platform.Url + " https://checkout.stripe.com https://connect.stripe.com" + External.FormTarget(app.Configuration));
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseAssets();
        app.UseMiddleware<ApiRequests>();
        app.UseMiddleware<MarketMiddleware>();
        app.UseMiddleware<ApiAnswers>();
        app.UseShopHosts();
        app.UseRouting();
        app.UseMiddleware<PageMethods>();
        app.UseMiddleware<FormGuard>();
        app.UseTenancy();
        app.UseMiddleware<FetchGuard>();
        app.UseRateLimiter();
        app.UseMiddleware<ApiDoor>();
        app.UseMiddleware<CountViews>();
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseMiddleware<CallerMiddleware>();
        app.MapRazorPages();
        app.MapAssets();
        app.MapMarketSwitch();
        app.MapSuggest();
        app.MapMedia();
        app.MapMessageFiles();
        app.MapBrandCss();
        app.MapBrandPreview();
        app.MapSitemap();
        app.MapHealth();
        app.MapStripePages();
        app.MapStripeWebhooks();
        app.MapApi();
    }

    private static ForwardedHeadersOptions Proxies(PlatformOptions platform)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in platform.KnownProxies)
        {
            if (System.Net.IPNetwork.TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
            else options.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        if (platform.KnownProxies.Count == 0) options.ForwardedHeaders = ForwardedHeaders.None;
        return options;
    }
}
