using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Marketplace.Web.Api.Document;

/// <summary>One value of an address or a header, as the reference describes it and the door checks it.</summary>
internal sealed partial record ApiParameter(string Name, string Description, string Example)
{
    public string In { get; init; } = "query";
    public string Type { get; init; } = "string";
    public string? Format { get; init; }
    public IReadOnlyList<string>? Values { get; init; }
    public int MaximumLength { get; init; } = 100;
    public string? Pattern { get; init; }
    public long Minimum { get; init; }
    public long Maximum { get; init; } = long.MaxValue;
    public bool Required { get; init; }

    public static ApiParameter Limit(int maximum) => new("limit", $"How many at most; {maximum} is the most.", "20")
    {
        Type = "integer", Minimum = 1, Maximum = maximum,
    };

    /// <summary>The example is the page that comes second in most lists.</summary>
    public static readonly ApiParameter Cursor = new("cursor", "The \"next\" of the page before.", "Mg") { MaximumLength = 120 };

    public static readonly ApiParameter Idempotency = new(
        "Idempotency-Key", "A text of your own, another for each thing you do. Sent again, it does nothing new and gets the first answer.",
        "shipment-2026-0042")
    { In = "header", Pattern = "^[A-Za-z0-9._:-]{1,100}$" };

    public static readonly ApiParameter IfMatch = new(
        "If-Match", "The ETag that you read: nothing is overwritten that you have not seen.", "\"3\"")
    { In = "header", Pattern = "^\"[0-9]{1,18}\"$", Required = true };

    public static ApiParameter OfEnum<T>(string name, string description, string example) where T : struct, Enum =>
        new(name, description, example)
        {
            Values = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)],
        };

    public bool Accepts(string value) => Type switch
    {
        "integer" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= Minimum && n <= Maximum,
        "boolean" => value is "true" or "false",
        _ when Values is not null => Values.Contains(value),
        _ when Format == "date-time" => Instant(value),
        _ => value.Length <= MaximumLength
            && (Pattern is null || Regex.IsMatch(value, Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))),
    };

    public JsonObject ToJson()
    {
        var schema = new JsonObject { ["type"] = Type };
        if (Format is not null) schema["format"] = Format;
        if (Values is not null) schema["enum"] = new JsonArray([.. Values.Select(v => JsonValue.Create(v))]);
        else if (Type == "string" && Format is null) schema["maxLength"] = MaximumLength;
        if (Pattern is not null) schema["pattern"] = Pattern;
        if (Type == "integer") (schema["minimum"], schema["maximum"]) = (Minimum, Maximum);
        JsonNode example = Type switch
        {
            "integer" => long.Parse(Example, CultureInfo.InvariantCulture),
            "boolean" => Example == "true",
            _ => Example,
        };
        return new JsonObject
        {
            ["name"] = Name, ["in"] = In, ["required"] = Required || In == "path", ["description"] = Description,
            ["schema"] = schema, ["example"] = example,
        };
    }

    private static bool Instant(string value) =>
        Rfc3339().IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && at.UtcDateTime.Year is > 1970 and < 9000;

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}

/// <summary>A refusal that an operation may answer with, for the reference.</summary>
internal sealed record ApiRefusalCase(int Status, string Code, string Title);

/// <summary>What the reference says of an operation beyond what its types say.</summary>
internal sealed class ApiOperation
{
    /// <summary>Null: open to everybody.</summary>
    public string? Scope { get; init; }

    /// <summary>Works on the cart whose token comes along.</summary>
    public bool NeedsCart { get; set; }

    public List<ApiParameter> Parameters { get; } = [];

    public List<ApiRefusalCase> Refusals { get; } = [];

    public object? BodyExample { get; set; }

    public (int Status, string Description, object? Example) Answer { get; set; } = (204, "Done.", null);

    /// <summary>Headers of the good answer and what they hold.</summary>
    public Dictionary<string, string> Headers { get; } = [];
}
