namespace Marketplace.Web.Shared.Hosting;

/// <summary>
/// The folder of everything that is kept in files: the embedded database, uploads, the search index, keys. Relative
/// to the content root.
/// </summary>
public sealed class DataFolder(IConfiguration configuration, IHostEnvironment environment)
{
    public string Path { get; } = System.IO.Path.GetFullPath(
        configuration["Data:Folder"] ?? "data", environment.ContentRootPath);

    /// <summary>A file or folder in it, its parent made.</summary>
    public string In(string name)
    {
        Directory.CreateDirectory(Path);
        return System.IO.Path.Combine(Path, name);
    }
}
