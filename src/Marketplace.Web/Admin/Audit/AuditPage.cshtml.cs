using System.Globalization;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Marketplace.Web.Admin.Audit;

/// <summary>Who did what to which thing, when and why.</summary>
public sealed class AuditPage(ISender sender, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "who")]
    public string? Who { get; set; }

    [FromQuery(Name = "what")]
    public string? What { get; set; }

    [FromQuery(Name = "about")]
    public string? About { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "until")]
    public DateOnly? Until { get; set; }

    [FromQuery(Name = "shop")]
    public string? Shop { get; set; }

    public Page<AuditLine> Lines { get; private set; } = null!;

    public bool IsFiltered => (Who ?? What ?? About ?? Shop) is { Length: > 0 } || From is not null || Until is not null;

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        var lines = await sender.Send(Asked(after), HttpContext.RequestAborted);
        if (!lines.Ok) return this.Refused(lines.Error);
        Lines = lines.Value;
        return Page();
    }

    /// <summary>The same filters as one file; the log says who took it.</summary>
    public async Task<IActionResult> OnPostExportAsync()
    {
        var lines = await sender.Send(new ExportAudit(Asked(null)), HttpContext.RequestAborted);
        return lines.Ok ? new AuditFile(lines.Value, clock.GetUtcNow().UtcDateTime) : this.Refused(lines.Error);
    }

    public string ExportAddress => With("handler", "Export");

    private ListAudit Asked(string? after) => new(
        Action: What, SubjectId: About, Actor: Who, From: From, Until: Until, After: after, Seller: Shop);

    /// <summary>This list with one more filter, or its next page.</summary>
    public string With(string key, string value) => QueryHelpers.AddQueryString(
        "/admin/audit",
        new Dictionary<string, string?>
        {
            ["who"] = Who, ["what"] = What, ["about"] = About,
            ["from"] = From?.ToString("O", CultureInfo.InvariantCulture), ["until"] = Until?.ToString("O", CultureInfo.InvariantCulture),
            ["shop"] = Shop,
            [key] = value,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>Where the thing itself is shown, if the console has a page for it.</summary>
    public static string? PageOf(AuditLine line) => line.SubjectKind switch
    {
        "seller" => $"/admin/sellers/{line.SubjectId}",
        "order" => $"/admin/orders/{Ids.Public("ord", line.SubjectId)}",
        "category" => $"/admin/categories/{line.SubjectId}",
        "mail" => $"/admin/mail?id={line.SubjectId}",
        "page" => "/admin/pages",
        "home" => "/admin/home",
        "banner" => $"/admin/home/banner?id={line.SubjectId}",
        "collection" => $"/admin/home/collection?slug={line.SubjectId}",
        "feature" => "/admin/features",
        "job" => "/admin/jobs",
        "tax-rate" => "/admin/tax",
        "commission-rule" => "/admin/commissions",
        "plan" => "/admin/plans",
        _ => null,
    };
}
