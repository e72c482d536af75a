using System.Text.RegularExpressions;
using Marketplace.Kernel.Ports;

namespace Marketplace.App.Files;

/// <summary>Files in a folder of this machine. A file appears whole or not at all: it is written aside, then renamed.</summary>
public sealed partial class LocalFileStore(string root) : IFileStore
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

    private string Resolve(string path) => Form().IsMatch(path) && !path.Contains("..", StringComparison.Ordinal)
        ? Path.Combine(_root, path)
        : throw new ArgumentException($"'{path}' is no path of a tenant's or the platform's file.", nameof(path));

    /// <summary>Under t/{tenant}/ or p/, of plain characters, each part beginning with a letter or digit.</summary>
    [GeneratedRegex(@"\A(?:t/[a-z0-9]{1,40}|p)(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,119}){1,8}\z")]
    private static partial Regex Form();
}
