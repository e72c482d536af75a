using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;

namespace Marketplace.Care.Messages;

/// <summary>A file as somebody sends it.</summary>
public sealed record IncomingFile(string FileName, byte[] Content);

/// <summary>A file that may be kept, and already is.</summary>
public sealed record KeptFile(string Id, string FileName, AttachmentKind Kind, int Bytes);

/// <summary>
/// Files of messages: pictures are decoded and written anew, PDF is kept as it is but never shown inside a page. Kept
/// before the message's transaction: if that fails, a file stays that nothing leads to.
/// </summary>
internal sealed class AttachmentFiles(IFileStore files, ISender sender, TimeProvider clock)
{
    public const int Most = 4;
    public const int MostPdfBytes = 5 * 1024 * 1024;
    public const string WebpType = "image/webp";
    public const string PdfType = "application/pdf";

    public static string Path(string tenantId, string id) => $"t/{tenantId}/messages/{id}";

    public async Task<Result<IReadOnlyList<KeptFile>>> KeepAsync(
        string tenantId, IReadOnlyList<IncomingFile> incoming, CancellationToken cancellation)
    {
        if (incoming.Count > Most) return MessageErrors.TooManyFiles;
        List<(KeptFile File, byte[] Content)> clean = [];
        foreach (var file in incoming)
        {
            var made = await CleanAsync(file, cancellation);
            if (!made.Ok) return made.Error;
            clean.Add(made.Value);
        }

        foreach (var (file, content) in clean)
        {
            using var stream = new MemoryStream(content, writable: false);
            await files.PutAsync(Path(tenantId, file.Id), stream, TypeOf(file.Kind), cancellation);
        }

        return Result<IReadOnlyList<KeptFile>>.Success([.. clean.Select(c => c.File)]);
    }

    /// <summary>The bytes of a file that the caller may see; the row is null where there is none. Error: <c>message.no-file</c>.</summary>
    public async Task<Result<OpenedFile>> OpenedAsync(MessageAttachment? row, CancellationToken cancellation) =>
        row is not null && await files.OpenAsync(Path(row.TenantId, row.Id), cancellation) is { } content
            ? new OpenedFile(content, TypeOf(row.Kind), row.FileName, IsDownload: row.Kind == AttachmentKind.Pdf)
            : MessageErrors.NoSuchFile;

    public static string TypeOf(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Picture => WebpType,
        AttachmentKind.Pdf => PdfType,
    };

    private async Task<Result<(KeptFile, byte[])>> CleanAsync(IncomingFile file, CancellationToken cancellation)
    {
        var name = Name(file.FileName);
        if (file.Content.AsSpan().StartsWith("%PDF-"u8))
        {
            return file.Content.Length > MostPdfBytes
                ? MessageErrors.PdfTooHeavy
                : (new KeptFile(Ids.New(clock), name + ".pdf", AttachmentKind.Pdf, file.Content.Length), file.Content);
        }

        var picture = await sender.Send(new CleanPicture(file.Content), cancellation);
        if (!picture.Ok)
            return picture.Error.Code == "picture.not-a-picture" ? MessageErrors.NotAFile : Result<(KeptFile, byte[])>.Fail(
                picture.Error with { Fields = new Dictionary<string, string[]> { ["Files"] = [picture.Error.Message] } });
        return (new KeptFile(Ids.New(clock), name + ".webp", AttachmentKind.Picture, picture.Value.Webp.Length), picture.Value.Webp);
    }

    /// <summary>The name without its path and ending: the ending follows from what the file really is.</summary>
    private static string Name(string fileName)
    {
        var name = PlainText.Line(System.IO.Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/')));
        return name.Length == 0 ? "file" : name.Length <= 100 ? name : name[..100];
    }
}
