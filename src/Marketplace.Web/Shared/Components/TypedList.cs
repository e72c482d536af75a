namespace Marketplace.Web.Shared.Components;

/// <summary>Several codes or addresses that somebody types into one field.</summary>
public static class TypedList
{
    /// <summary>Apart by blanks, commas, semicolons or lines; empty ones fall out.</summary>
    public static string[] Of(string? text) => (text ?? "").Split(
        [' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
