using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Catalog;

/// <summary>What this context registers beyond what is found by scanning (messages, maps, consumers, jobs).</summary>
public static class CatalogServices
{
    /// <summary>The mediator's generator takes only assemblies that reference its abstractions.</summary>
    internal static readonly Mediator.IMessage? Messages;

    public static IServiceCollection AddCatalog(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CategoryTreeCache>();
        services.AddSingleton<Exchange.Adapters.PictureDownload>();
        services.AddScoped<Listings.Publication>();
        services.AddScoped<Listings.Review.ReviewGate>();
        services.AddScoped<Inventory.Movements>();
        services.AddScoped<ISellerRequirement, Listings.FirstListingRequirement>();
        services.AddSingleton<Media.PictureFiles>();
        return services;
    }
}
