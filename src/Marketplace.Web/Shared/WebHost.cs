using System.Text.Unicode;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace Marketplace.Web.Shared;

/// <summary>Pages, words and the frame around them.</summary>
public static class WebHost
{
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PlatformOptions>().BindConfiguration(PlatformOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddRazorPages(options => options.RootDirectory = "/")
            .AddMvcOptions(options => options.Filters.Add<ShellFilter>());
        services.Configure<RazorViewEngineOptions>(options =>
            options.PageViewLocationFormats.Add("/Shared/Layouts/{0}.cshtml"));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = Flash.Cookie);
        services.AddWords();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Assets>();
        services.AddScoped<Shell>();
        services.AddScoped<DisplayClock>();
        return builder;
    }
}
