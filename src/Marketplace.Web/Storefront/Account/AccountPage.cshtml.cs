using Marketplace.Accounts.Identity.Team;
using Marketplace.Care.Messages;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.Account;

/// <summary>Where a signed-in person begins: orders, shops they work for, the console.</summary>
public sealed class AccountPageModel(ISender sender, CurrentPerson person, CallerAccessor caller) : PageModel
{
    public string Name => person.Person?.Name ?? "";

    public string Email => person.Person?.Email ?? "";

    public bool IsStaff => caller.Caller.AdminPermissions is { Count: > 0 };

    public IReadOnlyList<MyShop> Shops { get; private set; } = [];

    /// <summary>Messages of shops that the person has not seen.</summary>
    public int Unread { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var shops = await sender.Send(new ListMyShops(), HttpContext.RequestAborted);
        if (!shops.Ok) return this.Refused(shops.Error);
        Shops = shops.Value;
        Unread = (await sender.Send(new CountMyUnread(), HttpContext.RequestAborted)).Value;
        return Page();
    }
}
