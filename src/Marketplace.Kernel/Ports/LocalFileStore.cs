namespace Marketplace.Kernel.Ports;

/// <summary>Files in a folder of this machine. A file is complete or not there: it is moved in place once written.</summary>
public sealed class LocalFileStore(string root) : IFileStore
{
    private readonly string _root = Path.GetFullPath(root);

    public async Task PutAsync(string path, Stream content, string contentType, CancellationToken cancellation)
    {
        var target = Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var fresh = $"{target}.{Guid.NewGuid():N}.tmp";
        await using (var file = File.Create(fresh)) await content.CopyToAsync(file, cancellation);
        File.Move(fresh, target, overwrite: true);
    }

    public Task<Stream?> OpenAsync(string path, CancellationToken cancellation)
    {
        var target = Full(path);
        return Task.FromResult<Stream?>(File.Exists(target) ? File.OpenRead(target) : null);
    }

    public Task<bool> ExistsAsync(string path, CancellationToken cancellation) => Task.FromResult(File.Exists(Full(path)));

    public Task DeleteAsync(string path, CancellationToken cancellation)
    {
        File.Delete(Full(path));
        return Task.CompletedTask;
    }

    private string Full(string path)
    {
        var full = Path.GetFullPath(Path.Combine(_root, path));
        return full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new ArgumentException($"'{path}' leads out of the store.", nameof(path));
    }
}
