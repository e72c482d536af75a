using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Marketplace.Web.Shared.Http;

/// <summary>
/// Addresses of the product's own files with a hash of their content, so that they are cached for a year and never
/// stale; styles and scripts are joined to one file an area, compressed once.
/// </summary>
public sealed partial class Assets(IWebHostEnvironment environment)
{
    private static readonly Dictionary<string, string[]> Bundles = new(StringComparer.Ordinal)
    {
        ["shop.css"] = ["tokens", "base", "components", "data", "shop", "print"],
        ["work.css"] = ["tokens", "base", "components", "data", "work", "print"],
        ["all.css"] = ["tokens", "base", "components", "data", "shop", "work", "print"],
        ["site.js"] = ["suggest", "enhance", "upload", "passkeys"],
    };

    private readonly ConcurrentDictionary<string, (DateTimeOffset Changed, string Hash)> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Changed, Bundle Bundle)> _bundles = new(StringComparer.Ordinal);

    private sealed record Bundle(byte[] Plain, byte[] Brotli, string Hash);

    /// <summary>A file under wwwroot (<c>/img/logo.svg</c>) or a bundle (<c>shop.css</c>).</summary>
    public string Url(string name) => name.StartsWith('/')
        ? $"{name}?v={Hash(name)}"
        : $"/assets/{name}?v={Of(name).Hash}";

    public IResult Serve(HttpContext http, string name)
    {
        if (!Bundles.ContainsKey(name))
        {
            return Results.NotFound();
        }

        var bundle = Of(name);
        var brotli = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        http.Response.Headers.Vary = "Accept-Encoding";
        http.Response.Headers.CacheControl = CacheFor(http.Request.Query["v"], bundle.Hash);
        if (brotli)
        {
            http.Response.Headers.ContentEncoding = "br";
        }

        return Results.Bytes(
            brotli ? bundle.Brotli : bundle.Plain,
            name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{bundle.Hash}{(brotli ? "-br" : "")}\""));
    }

    public static string CacheFor(StringValues asked, string actual) =>
        asked == actual ? "public, max-age=31536000, immutable" : "public, max-age=300";

    internal string Hash(string path) => Kept(_hashes, path, [path], Read);

    private string Read(string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        return file.Exists ? Sha(Bytes(file)) : "missing";
    }

    private Bundle Of(string name) => Kept(_bundles, name, PartsOf(name), Build);

    private static IEnumerable<string> PartsOf(string name)
    {
        var type = name[(name.LastIndexOf('.') + 1)..];
        return Bundles[name].Select(part => $"/{type}/{part}.{type}");
    }

    /// <summary>What was made of files; in Development it is made anew when one of them has changed.</summary>
    private T Kept<T>(
        ConcurrentDictionary<string, (DateTimeOffset Changed, T Made)> kept, string name, IEnumerable<string> files, Func<string, T> make)
    {
        if (!environment.IsDevelopment()) return kept.GetOrAdd(name, n => (default, make(n))).Made;
        var changed = files.Max(file => environment.WebRootFileProvider.GetFileInfo(file).LastModified);
        if (kept.TryGetValue(name, out var before) && before.Changed == changed) return before.Made;
        var made = make(name);
        kept[name] = (changed, made);
        return made;
    }

    private Bundle Build(string name)
    {
        var type = name[(name.LastIndexOf('.') + 1)..];
        var text = new StringBuilder();
        foreach (var part in PartsOf(name))
        {
            var source = Encoding.UTF8.GetString(Bytes(environment.WebRootFileProvider.GetFileInfo(part)));
            text.Append(type == "css" ? CssUrl().Replace(source, m => $"url(\"{Url(m.Groups[1].Value)}\")") : source);
        }

        var plain = Encoding.UTF8.GetBytes(text.ToString());
        var packed = new MemoryStream();
        var level = environment.IsDevelopment() ? CompressionLevel.Fastest : CompressionLevel.SmallestSize;
        using (var brotli = new BrotliStream(packed, level))
        {
            brotli.Write(plain);
        }

        return new Bundle(plain, packed.ToArray(), Sha(plain));
    }

    private static byte[] Bytes(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Sha(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

    [GeneratedRegex("""url\("(/[^"]+)"\)""")]
    private static partial Regex CssUrl();
}
