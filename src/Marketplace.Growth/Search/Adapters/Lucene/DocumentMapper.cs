using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// A listing's document as Lucene fields: terms for matching, one packed column value, one stored card.
/// </summary>
internal static class DocumentMapper
{
    private static readonly FieldType Words = Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, omitNorms: false);
    private static readonly FieldType Vocabulary = Type(IndexOptions.DOCS_ONLY, omitNorms: true);

    public static Document Map(ListingDocument listing, DateTimeOffset nowUtc)
    {
        var document = new Document
        {
            new StringField(IndexFields.Id, listing.ListingId, Field.Store.NO),
            new BinaryDocValuesField(IndexFields.Columns, new BytesRef(ColumnCodec.Write(listing, nowUtc))),
        };
        if (listing.Status == IndexStatus.Deleted) return document;

        AddWords(document, listing);
        AddReferences(document, listing);
        document.Add(new StoredField(IndexFields.Card, Card.Write(listing)));
        return document;
    }

    private static void AddWords(Document document, ListingDocument listing)
    {
        var leaf = listing.CategoryPath.Count > 0 ? listing.CategoryPath[^1].Name : "";
        var path = string.Join(" , ", listing.CategoryPath.Select(c => c.Name));
        var brand = listing.Brand ?? "";
        var options = listing.InStockVariants.SelectMany(v => v.Options).Distinct();
        var attributes = listing.Attributes.Concat(options).Select(t => t.Value);

        document.Add(new Field(IndexFields.Title, listing.Title, Words));
        document.Add(new Field(IndexFields.Brand, brand, Words));
        document.Add(new Field(IndexFields.Type, listing.ProductType ?? "", Words));
        document.Add(new Field(IndexFields.Leaf, leaf, Words));
        document.Add(new Field(IndexFields.Category, path, Words));
        document.Add(new Field(IndexFields.Description, listing.Description, Words));
        document.Add(new Field(IndexFields.Attributes, string.Join(" , ", attributes), Words));
        document.Add(new Field(
            IndexFields.Spelling, $"{listing.Title} , {brand} , {listing.ProductType} , {path}", Vocabulary));
        document.Add(new Field(IndexFields.Prefix, $"{listing.Title} , {brand}", Vocabulary));
    }

    private static void AddReferences(Document document, ListingDocument listing)
    {
        foreach (var gtin in listing.Gtins)
        {
            document.Add(new StringField(IndexFields.Gtin, gtin.TrimStart('0'), Field.Store.NO));
        }

        var models = listing.Title.Split(' ').Where(w => w.Any(char.IsDigit) && w.Any(char.IsLetter));
        foreach (var reference in listing.Skus.Concat(models).Select(TextAnalysis.Compact).Distinct())
        {
            document.Add(new StringField(IndexFields.Reference, reference, Field.Store.NO));
        }
    }

    private static FieldType Type(IndexOptions options, bool omitNorms)
    {
        var type = new FieldType
        {
            IsIndexed = true,
            IsTokenized = true,
            IsStored = false,
            OmitNorms = omitNorms,
            IndexOptions = options,
        };
        type.Freeze();
        return type;
    }
}
