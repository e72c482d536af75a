using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Shared.Tenancy;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Layouts;

/// <summary>
/// Who is signed in, and in the work areas the menu: only what the person's role opens. A page may have made its own
/// frame, with counts, before.
/// </summary>
internal sealed class PersonShell(
    CurrentPerson current, CallerAccessor caller, RequestTenant tenant, IStringLocalizer<Words> words) : IShellSource
{
    /// <summary>Menu lines whose right has another name.</summary>
    private static readonly Dictionary<string, string> Rights = new(StringComparer.Ordinal)
    {
        ["categories"] = AdminPermissions.Catalog, ["ledger"] = AdminPermissions.Money,
        ["transfers"] = AdminPermissions.Money, ["webhooks"] = AdminPermissions.Money,
        ["search-index"] = AdminPermissions.Search, ["staff"] = AdminPermissions.People,
    };

    public ValueTask FillAsync(Shell shell, HttpContext http, CancellationToken cancellationToken)
    {
        shell.PersonName = current.Person?.Name;
        if (tenant is { Place: TenantPlace.Dashboard, Tenant: { } seller }) shell.Work ??= Seller(seller);
        else if (http.Request.Path.StartsWithSegments("/admin"))
        {
            shell.Work ??= new WorkFrame
            {
                Title = shell.Name, Note = words["Console"], Foot = Foot(),
                Links = Allowed(WorkNav.Admin(words), "/admin", caller.Caller.AdminPermissions),
            };
        }

        return ValueTask.CompletedTask;
    }

    private WorkFrame Seller(TenantInfo seller)
    {
        var root = "/seller/" + seller.Identifier;
        var links = Allowed(WorkNav.Seller(seller.Identifier, words), root, caller.Caller.SellerPermissions);
        if (seller.State == TenantState.Opening)
            links.Insert(0, new WorkLink(words["Open your shop"], root + "/onboarding", "check"));
        return new WorkFrame
        {
            Title = seller.Name, Links = links, Foot = Foot(seller),
            Note = seller.State switch
            {
                TenantState.Opening => words["Not open yet"],
                TenantState.Open => words["Open"],
                TenantState.Suspended => words["Suspended"],
                TenantState.Closed => words["Closed"],
            },
        };
    }

    private List<Components.Link> Foot(TenantInfo? seller = null)
    {
        var foot = new List<Components.Link>();
        if (seller is { State: TenantState.Open }) foot.Add(new(words["View shop"], "/s/" + seller.Identifier));
        foot.Add(new(words["Your account"], "/account"));
        foot.Add(new(words["Sign out"], "/logout"));
        return foot;
    }

    private static List<WorkLink> Allowed(IReadOnlyList<WorkLink> links, string root, IReadOnlySet<string>? permissions) =>
        [.. links.Where(link => link.Href == root
            || link.Href[(root.Length + 1)..] is var key && permissions?.Contains(Rights.GetValueOrDefault(key, key)) == true)];
}
