namespace Marketplace.Web.Shared.Http;

/// <summary>Files of a form as bytes; empty ones, which browsers send for a field left empty, are left out.</summary>
internal static class Uploads
{
    /// <summary>One more than a form may have, so that its message can say that there are too many.</summary>
    private const int Most = 12;

    public static async Task<IReadOnlyList<(string Name, byte[] Content)>> ReadAsync(
        IEnumerable<IFormFile> files, CancellationToken cancellation)
    {
        var read = new List<(string, byte[])>();
        foreach (var file in files.Where(f => f.Length > 0).Take(Most))
        {
            using var buffer = new MemoryStream();
            await file.CopyToAsync(buffer, cancellation);
            read.Add((file.FileName, buffer.ToArray()));
        }

        return read;
    }
}
