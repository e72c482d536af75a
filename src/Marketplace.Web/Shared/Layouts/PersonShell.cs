using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Shared.Tenancy;
using Mediator;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Layouts;

/// <summary>
/// Who is signed in, and in the work areas the menu: only what the person's role opens. A page may have made its own
/// frame, with counts, before.
/// </summary>
internal sealed class PersonShell(
    CurrentPerson current, CallerAccessor caller, RequestTenant tenant, ISender sender, IFeatures features, DisplayClock clock,
    IOptions<SecurityOptions> security, IStringLocalizer<Words> words) : IShellSource
{
    /// <summary>Menu lines whose right has another name.</summary>
    private static readonly Dictionary<string, string> Rights = new(StringComparer.Ordinal)
    {
        ["categories"] = AdminPermissions.Catalog, ["home"] = AdminPermissions.Content, ["pages"] = AdminPermissions.Content,
        ["features"] = AdminPermissions.Settings, ["ledger"] = AdminPermissions.Money,
        ["transfers"] = AdminPermissions.Money, ["webhooks"] = AdminPermissions.Money,
        ["search-index"] = AdminPermissions.Search, ["staff"] = AdminPermissions.People,
        ["imports"] = SellerPermissions.Listings, ["visits"] = SellerPermissions.Listings,
        ["health"] = SellerPermissions.Member, ["seller-health"] = AdminPermissions.Sellers,
    };

    public async ValueTask FillAsync(Shell shell, HttpContext http, CancellationToken cancellationToken)
    {
        shell.PersonName = current.Person?.Name;
        if (current.View is { } view) shell.View = await LookingAsync(view, cancellationToken);
        if (tenant is { Place: TenantPlace.Dashboard, Tenant: { } seller })
            shell.Work ??= Seller(
                seller, await ShopsAsync(seller, cancellationToken),
                await features.IsOnAsync(Feature.Practice, seller.Id, null, cancellationToken));
        else if (http.Request.Path.StartsWithSegments("/admin"))
        {
            shell.Work ??= new WorkFrame
            {
                Title = shell.Name, Note = words["Console"], Foot = Foot(), Notice = Laxity,
                Links = Allowed(WorkNav.Admin(words), "/admin", caller.Caller.AdminPermissions),
            };
        }
    }

    /// <summary>Says so as long as the platform lets staff in by password alone.</summary>
    private string? Laxity => security.Value.SecondFactorRequired
        ? null
        : (string)words[
            "Second factors are switched off for this demo, so that its printed logins work. "
            + "Outside Development, staff cannot do without."]!;

    private async Task<LookingAt> LookingAsync(RunningView view, CancellationToken cancellation)
    {
        var name = tenant.Tenant is { } here && here.Id == view.TenantId ? here.Name : null;
        name ??= (await sender.Send(new GetViewedShop(), cancellation)).Value ?? "";
        return new LookingAt(name, DateText.Time(clock.Local(view.UntilUtc), CultureInfo.CurrentCulture));
    }

    private async Task<IReadOnlyList<Components.Link>> ShopsAsync(TenantInfo here, CancellationToken cancellation)
    {
        if (current.Person is not { Shops: > 1 } || caller.Caller.IsReadOnly) return [];
        var shops = await sender.Send(new ListMyShops(), cancellation);
        return shops.Ok
            ? [.. shops.Value.Select(s => new Components.Link(s.Name, "/seller/" + s.Slug, Current: s.Slug == here.Identifier))]
            : [];
    }

    private WorkFrame Seller(TenantInfo seller, IReadOnlyList<Components.Link> shops, bool practises)
    {
        var root = "/seller/" + seller.Identifier;
        var links = Allowed(WorkNav.Seller(seller.Identifier, words), root, caller.Caller.SellerPermissions);
        if (seller.State == TenantState.Opening)
            links.Insert(0, new WorkLink(words["Open your shop"], root + "/onboarding", "check"));
        return new WorkFrame
        {
            Title = seller.Name, Links = links, Foot = Foot(seller, practises), Shops = shops,
            Note = seller.State switch
            {
                TenantState.Opening => words["Not open yet"],
                TenantState.Open => words["Open"],
                TenantState.Suspended => words["Suspended"],
                TenantState.Closed => words["Closed"],
            },
        };
    }

    private List<Components.Link> Foot(TenantInfo? seller = null, bool practises = false)
    {
        var foot = new List<Components.Link>();
        if (seller is { State: TenantState.Open }) foot.Add(new(words["View shop"], "/s/" + seller.Identifier));
        if (practises && seller is { State: TenantState.Open or TenantState.Opening })
            foot.Add(new(words["Practice"], $"/seller/{seller.Identifier}/practice"));
        foot.Add(new(words["Your account"], "/account"));
        foot.Add(new(words["Sign out"], "/logout"));
        return foot;
    }

    private static List<WorkLink> Allowed(IReadOnlyList<WorkLink> links, string root, IReadOnlySet<string>? permissions) =>
        [.. links.Where(link => link.Href == root
            || link.Href[(root.Length + 1)..] is var key && permissions?.Contains(Rights.GetValueOrDefault(key, key)) == true)];
}
