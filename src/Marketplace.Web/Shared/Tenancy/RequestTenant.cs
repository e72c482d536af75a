using Marketplace.Kernel.Tenancy;

namespace Marketplace.Web.Shared.Tenancy;

/// <summary>How a request named its tenant; rights follow from the dashboard only.</summary>
public enum TenantPlace
{
    None,
    /// <summary>A shop on a host of its own: custom domain or subdomain.</summary>
    ShopHost,
    /// <summary>A shop's page on the platform's host: <c>/s/{seller}</c>.</summary>
    ShopPage,
    /// <summary>The seller's own dashboard: <c>/seller/{seller}/…</c>.</summary>
    Dashboard,
    /// <summary>A program with a key of the seller: <c>/api/v1/…</c>.</summary>
    ApiKey,
}

/// <summary>The request's tenant, set once by <see cref="TenancyMiddleware"/>.</summary>
public sealed class RequestTenant : ICurrentTenant
{
    public TenantInfo? Tenant { get; private set; }

    public TenantPlace Place { get; private set; }

    internal void Set(TenantInfo tenant, TenantPlace place) => (Tenant, Place) = (tenant, place);
}
