using Marketplace.Accounts.Sellers;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Seller.Settings;

/// <summary>What can be set, and where something is missing.</summary>
public sealed class SettingsPage(ISender sender) : PageModel
{
    /// <summary>Keys of <see cref="SettingsTabs"/> on which something waits.</summary>
    public IReadOnlySet<string> Open { get; private set; } = new HashSet<string>();

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await sender.Send(new GetSellerSettings(), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        var (profile, settings) = (found.Value.Profile, found.Value);
        var open = new HashSet<string>(StringComparer.Ordinal);
        if (profile.Tagline == "" || profile.About == "" || profile.City == "") open.Add("profile");
        if (!profile.IsTraceable) open.Add("trader");
        if (settings is { Terms: not null, TermsAccepted: false }) open.Add("terms");
        if (settings.Domains.Any(d => !d.IsProven)) open.Add("domains");
        Open = open;
        return Page();
    }
}
