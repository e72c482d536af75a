using System.Text;
using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Seller.Exchange;

/// <summary>Where files of listings come in and go out, and what came of earlier ones.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = 20 * 1024 * 1024), RequestSizeLimit(MostBytes)]
public sealed class ImportsPage(ISender sender, IOptions<PlatformOptions> platform) : PageModel
{
    private const int MostBytes = 125 * 1024 * 1024;

    [FromRoute]
    public string Seller { get; set; } = "";

    [BindProperty]
    public UploadInput Input { get; set; } = new();

    public Page<ImportSummary> Imports { get; private set; } = new([], null);

    public async Task<IActionResult> OnGetAsync(string? after = null) => await ReadAsync(after) is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (content, name) = Input.File is { Length: > 0 } file
            ? (await BytesAsync(file), file.FileName) : (Encoding.UTF8.GetBytes(Input.Text ?? ""), "pasted.csv");
        var pictures = Input.Pictures is { Length: > 0 } zip ? await BytesAsync(zip) : null;
        var kept = await sender.Send(new UploadImport(content, name, pictures), HttpContext.RequestAborted);
        if (kept.Ok) return LocalRedirect($"/seller/{Seller}/imports/{kept.Value}");
        return await ReadAsync(null) is { } error ? this.Refused(error) : this.Again(kept.Error);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format = null, string? part = null)
    {
        var columns = await sender.Send(new GetExportColumns(), HttpContext.RequestAborted);
        if (!columns.Ok) return this.Refused(columns.Error);
        return new ExportFile(
            sender, columns.Value, Enum.TryParse<ExportPart>(part, true, out var known) && Enum.IsDefined(known) ? known : ExportPart.All,
            string.Equals(format, "xlsx", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Xlsx : SheetFormat.Csv)
        {
            Seller = Seller, PicturesAt = platform.Value.Authority,
        };
    }

    private async Task<byte[]> BytesAsync(IFormFile file)
    {
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, HttpContext.RequestAborted);
        return buffer.ToArray();
    }

    private async Task<Error?> ReadAsync(string? after)
    {
        var found = await sender.Send(new ListImports(string.IsNullOrWhiteSpace(after) ? null : after), HttpContext.RequestAborted);
        if (found.Ok) Imports = found.Value;
        return found.Error;
    }

    public sealed class UploadInput
    {
        public IFormFile? File { get; set; }

        /// <summary>Rows copied out of a spreadsheet, instead of a file.</summary>
        public string? Text { get; set; }

        public IFormFile? Pictures { get; set; }
    }
}
