using System.Text.Json;
using System.Text.RegularExpressions;
using Marketplace.Kernel.Results;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Api.Http;

/// <summary>
/// Reads a body that must be exactly what the reference says: a member that nobody knows is refused by its name, since
/// it is mostly a misspelt one whose value would be lost.
/// </summary>
internal static partial class ApiBody
{
    public const int MaximumBytes = 262_144;

    public static async Task<Result<T>> ReadAsync<T>(HttpContext http) where T : class
    {
        if (!http.Request.HasJsonContentType()) return ApiErrors.NotJson;
        if (http.Request.ContentLength > MaximumBytes) return ApiErrors.TooLarge;
        if (await BytesAsync(http) is not { } bytes) return ApiErrors.TooLarge;
        // PostgreSQL keeps no null character in a text.
        if (bytes.Span.IndexOf("\\u0000"u8) >= 0) return ApiErrors.Unreadable;
        try
        {
            var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            if (HasNullItem(bytes.Span)) return ApiErrors.Unreadable;
            return JsonSerializer.Deserialize<T>(bytes.Span, options) is { } read ? Result<T>.Success(read) : ApiErrors.Unreadable;
        }
        catch (JsonException refused)
        {
            return Explain(refused);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: valid as JSON, but no text.
            return ApiErrors.Unreadable;
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpContext http)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (kept.Length + read > MaximumBytes) return null;
            kept.Write(buffer, 0, read);
        }

        return kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }

    /// <summary>The serializer holds members against their types, but lets null into any list.</summary>
    private static bool HasNullItem(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var inList = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && inList.TryPeek(out var list) && list) return true;
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                inList.Push(reader.TokenType == JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) inList.Pop();
        }

        return false;
    }

    private static Error Explain(JsonException refused)
    {
        var path = refused.Path is { Length: > 2 } known && known.StartsWith("$.", StringComparison.Ordinal) ? known[2..] : "";
        if (Unknown().Match(refused.Message) is { Success: true } unknown)
            return ApiErrors.UnknownMember(Joined(path, unknown.Groups[1].Value), unknown.Groups[1].Value);
        if (Missing().Match(refused.Message) is { Success: true } missing)
            return ApiErrors.MissingMember(Joined(path, missing.Groups[1].Value));
        return path == "" ? ApiErrors.Unreadable : ApiErrors.WrongValue(path);
    }

    private static string Joined(string path, string name) =>
        path == "" ? name : path == name || path.EndsWith("." + name, StringComparison.Ordinal) ? path : $"{path}.{name}";

    [GeneratedRegex(@"^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"was missing required properties including: '([^']*)'")]
    private static partial Regex Missing();
}
