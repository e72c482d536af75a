using System.Globalization;
using Marketplace.Catalog.Taxonomy.Contracts;

namespace Marketplace.Catalog.Listings;

/// <summary>A listing's values against the category's definitions; pure.</summary>
internal static class AttributeValues
{
    public const int MaximumTextLength = 200;

    /// <summary>
    /// What is kept (codes that the category does not know are dropped, numbers stand in invariant form), and what is
    /// wrong, by field.
    /// </summary>
    public static (Dictionary<string, List<string>> Values, Dictionary<string, string[]> Problems) Read(
        IReadOnlyDictionary<string, IReadOnlyList<string>> given, IReadOnlyList<CategoryAttribute> definitions)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if (!given.TryGetValue(definition.Code, out var typed)) continue;
            var kept = typed.Select(t => t.Trim()).Where(t => t.Length > 0).ToList();
            if (kept.Count == 0) continue;
            if (Problem(definition, kept) is { } problem) problems[Field(definition.Code)] = [problem];
            else values[definition.Code] = definition.Kind == AttributeKind.Number ? [Number(kept[0])!] : kept;
        }

        return (values, problems);
    }

    public static string Field(string code) => $"Draft.Attributes[{code}]";

    /// <summary>The attribute that an option's name means: "Colour" of variants filters as the attribute colour.</summary>
    public static string? CodeOf(string optionName, IReadOnlyList<CategoryAttribute> definitions) => definitions
        .Where(d => d.IsVariantOption)
        .FirstOrDefault(d => string.Equals(d.Name, optionName.Trim(), StringComparison.OrdinalIgnoreCase)
            || string.Equals(d.Code, Slug.From(optionName), StringComparison.Ordinal))?.Code;

    private static string? Problem(CategoryAttribute definition, List<string> values)
    {
        if (definition.Kind != AttributeKind.MultiSelect && values.Count > 1) return $"{definition.Name} takes one value.";
        return definition.Kind switch
        {
            AttributeKind.Select or AttributeKind.MultiSelect => Unknown(definition, values),
            AttributeKind.Number => Number(values[0]) is null ? $"{definition.Name} is a number, like 12.5." : null,
            AttributeKind.Boolean => values[0] is "true" or "false" ? null : $"{definition.Name} is yes or no.",
            AttributeKind.Text => values[0].Length <= MaximumTextLength
                ? null : $"{definition.Name} has at most {MaximumTextLength} characters.",
        };
    }

    private static string? Unknown(CategoryAttribute definition, List<string> values) =>
        values.FirstOrDefault(v => definition.Choices.All(c => c.Value != v)) is { } unknown
            ? $"\"{unknown}\" is not one of the choices of {definition.Name}." : null;

    private static string? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1_000_000_000m
            ? number.ToString("0.##########", CultureInfo.InvariantCulture) : null;
}
