using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Marketplace.Accounts.Identity.Contracts;

namespace Marketplace.Accounts.Identity.Privacy;

/// <summary>A ZIP with <c>data.json</c> for programs and <c>index.html</c>, one page without scripts, for people.</summary>
internal static class ExportFile
{
    private const string Style = "body{font:16px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
        + "table{border-collapse:collapse;font-size:.85rem}.t{overflow-x:auto}"
        + "th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:start;vertical-align:top}";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() },
    };

    public static MemoryStream Write(string name, DateTimeOffset now, IReadOnlyList<DataSheet> sheets)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "data.json", JsonSerializer.Serialize(
                sheets.ToDictionary(s => s.Title, s => s.Rows.Select(r => JsonSerializer.SerializeToElement(r, Json))), Json));
            Add(zip, "index.html", Page(name, now, sheets));
        }

        file.Position = 0;
        return file;
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    private static string Page(string name, DateTimeOffset now, IReadOnlyList<DataSheet> sheets)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.Append("<meta name=\"viewport\" content=\"width=device-width\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>What we keep of {Escape(name)}</title><style>{Style}</style></head><body>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>What we keep of {Escape(name)}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p>Made on {now.UtcDateTime:d MMMM yyyy, H:mm} UTC. The same is in data.json.</p>");
        foreach (var sheet in sheets)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n<h2>{Escape(sheet.Title)}</h2>");
            page.Append(sheet.Rows.Count == 0 ? "<p>Nothing.</p>" : Table(sheet.Rows));
        }

        return page.Append("</body></html>").ToString();
    }

    private static string Table(IReadOnlyList<object> rows)
    {
        var columns = rows[0].GetType().GetProperties();
        var table = new StringBuilder("<div class=\"t\"><table><tr>");
        foreach (var column in columns) table.Append(CultureInfo.InvariantCulture, $"<th>{Escape(column.Name)}</th>");
        table.Append("</tr>");
        foreach (var row in rows)
        {
            table.Append("<tr>");
            foreach (var column in columns) table.Append(CultureInfo.InvariantCulture, $"<td>{Escape(Text(column.GetValue(row)))}</td>");
            table.Append("</tr>");
        }

        return table.Append("</table></div>").ToString();
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime at => at.ToString("u", CultureInfo.InvariantCulture),
        string or Enum or bool or IFormattable => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        _ => JsonSerializer.Serialize(value, Json),
    };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
