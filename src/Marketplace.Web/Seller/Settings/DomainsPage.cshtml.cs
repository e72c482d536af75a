using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Domains;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Seller.Settings;

/// <summary>Host names of the shop's own: claimed, proven by a DNS record, given up again.</summary>
public sealed class DomainsPage(ISender sender, IOptions<PlatformOptions> platform, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public ClaimInput Input { get; set; } = new();

    public IReadOnlyList<ClaimedDomain> Domains { get; private set; } = [];

    public string Slug { get; private set; } = "";

    /// <summary>Where a domain points to.</summary>
    public string Target => platform.Value.Host;

    public string Home => platform.Value.Authority;

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostClaimAsync()
    {
        var claimed = await sender.Send(new ClaimDomain((Input.Host ?? "").Trim()), HttpContext.RequestAborted);
        if (!claimed.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(claimed.Error);
        this.Say(words["Now put the record into your DNS, then let us look for it."], Tone.Info);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostProveAsync(string? host)
    {
        var proven = await sender.Send(new ProveDomain(host ?? ""), HttpContext.RequestAborted);
        if (!proven.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(proven.Error);
        this.Say(words["Proven. Your shop answers at {0} now.", host ?? ""]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDropAsync(string? host)
    {
        var dropped = await sender.Send(new DropDomain(host ?? ""), HttpContext.RequestAborted);
        if (!dropped.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(dropped.Error);
        this.Say(words["{0} no longer leads to your shop.", host ?? ""]);
        return RedirectToPage();
    }

    private async Task<Error?> ReadAsync()
    {
        var found = await sender.Send(new GetSellerSettings(), HttpContext.RequestAborted);
        if (found.Ok) (Domains, Slug) = (found.Value.Domains, found.Value.Profile.Slug);
        return found.Error;
    }

    public sealed class ClaimInput
    {
        public string? Host { get; set; }
    }
}
