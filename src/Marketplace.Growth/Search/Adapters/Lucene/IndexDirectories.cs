using System.Globalization;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// Numbered index directories below one root, and a file that names the live one. The file is replaced in one step,
/// so that a crash during a swap leaves either the old index or the new one, both whole.
/// </summary>
internal sealed class IndexDirectories(string path)
{
    private readonly string _root = Path.GetFullPath(path);

    private string Pointer => Path.Combine(_root, "live");

    /// <summary>The live directory, or a fresh one when there is none or another release wrote it.</summary>
    public string OpenLive()
    {
        Directory.CreateDirectory(_root);
        var live = File.Exists(Pointer) ? Path.Combine(_root, File.ReadAllText(Pointer).Trim()) : null;
        if (live is null || !Directory.Exists(live) || !LuceneIndex.IsReadable(live))
        {
            live = CreateNext();
            MakeLive(live);
        }

        return live;
    }

    /// <summary>
    /// What a swap (an open reader may have needed it) or a rebuild that crashed left behind. Only for the holder of
    /// the live index's lock: another process's rebuild is not ours to delete.
    /// </summary>
    public void DeleteOthers(string live)
    {
        foreach (var other in Directory.EnumerateDirectories(_root).Where(d => d != live).ToList())
        {
            Directory.Delete(other, recursive: true);
        }
    }

    public string CreateNext()
    {
        var last = Directory.EnumerateDirectories(_root).Select(Path.GetFileName)
            .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty(0).Max();
        var next = Path.Combine(_root, (last + 1).ToString("D6", CultureInfo.InvariantCulture));
        return Directory.CreateDirectory(next).FullName;
    }

    public void MakeLive(string path)
    {
        File.WriteAllText(Pointer + ".new", Path.GetFileName(path));
        File.Move(Pointer + ".new", Pointer, overwrite: true);
    }
}
