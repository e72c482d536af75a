namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// Names of the index's fields. Raise <see cref="Schema"/> with any change of fields, analysis or columns:
/// an index of another schema is thrown away on open and filled again from the database.
/// </summary>
internal static class IndexFields
{
    public const string Schema = "1";

    public const string Id = "id";
    public const string Title = "title";
    public const string Brand = "brand";
    public const string Type = "type";
    public const string Leaf = "leaf";
    public const string Category = "cat";
    public const string Description = "desc";
    public const string Attributes = "attrs";
    public const string Gtin = "gtin";

    /// <summary>
    /// Stock-keeping units and model numbers without punctuation, so that "DV7-1211ea" is "dv71211ea".
    /// </summary>
    public const string Reference = "ref";

    /// <summary>
    /// Unstemmed words of titles, brands and categories: the vocabulary of corrections and completions.
    /// </summary>
    public const string Spelling = "spell";

    /// <summary>Beginnings of title words.</summary>
    public const string Prefix = "ac";

    public const string Columns = "col";
    public const string Card = "card";
}
