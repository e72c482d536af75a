using System.Globalization;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Web.Shared.Http;
using Microsoft.AspNetCore.Mvc;

namespace Marketplace.Web.Admin.Audit;

/// <summary>Entries of the audit log as CSV, the newest first.</summary>
internal sealed class AuditFile(IReadOnlyList<AuditLine> lines, DateTime nowUtc) : IActionResult
{
    private static readonly string[] Header =
        ["Id", "When (UTC)", "Who", "Name", "Action", "Kind", "About", "Shop", "Detail"];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, cancellation) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"audit-{nowUtc:yyyy-MM-dd-HHmm}.csv\"";
        response.Headers.CacheControl = "no-store";
        var csv = new CsvWriter(response.Body);
        foreach (var title in Header) csv.Text(title);
        await csv.EndRowAsync(cancellation);
        foreach (var line in lines)
        {
            await csv.Text(line.Id).Text(line.AtUtc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
                .Text(line.Actor).Text(line.ActorName).Text(line.Action).Text(line.SubjectKind).Text(line.SubjectId)
                .Text(line.TenantId).Text(line.Detail).EndRowAsync(cancellation);
        }
    }
}
