using Marketplace.Kernel.Ports;

namespace Marketplace.App.Files;

/// <summary>Files in a folder of this machine. A file appears whole or not at all: it is written aside, then renamed.</summary>
public sealed class LocalFileStore(string root) : IFileStore
{
    private readonly string _root = Path.GetFullPath(root);

    public async Task PutAsync(string path, Stream content, string contentType, CancellationToken cancellation)
    {
        var target = Resolve(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var aside = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
                await content.CopyToAsync(file, cancellation);
            File.Move(aside, target, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    public Task<Stream?> OpenAsync(string path, CancellationToken cancellation)
    {
        var file = Resolve(path);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true));
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<bool> ExistsAsync(string path, CancellationToken cancellation) => Task.FromResult(File.Exists(Resolve(path)));

    public Task DeleteAsync(string path, CancellationToken cancellation)
    {
        var file = Resolve(path);
        if (File.Exists(file)) File.Delete(file);
        return Task.CompletedTask;
    }

    private string Resolve(string path) => Path.Combine(_root, FilePath.Checked(path));
}
