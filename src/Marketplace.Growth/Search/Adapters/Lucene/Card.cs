using System.Text.Json;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>The stored part of a document: what a result card shows.</summary>
internal sealed record Card
{
    public required string ListingId { get; init; }
    public required string ProductGroupId { get; init; }
    public required IndexedSeller Seller { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required string ShortId { get; init; }
    public string? Brand { get; init; }
    public string? CategoryName { get; init; }
    public required IReadOnlyList<IndexedPrice> Prices { get; init; }
    public bool InStock { get; init; }
    public double RatingAverage { get; init; }
    public int RatingCount { get; init; }
    public string? ImageRef { get; init; }
    public bool IsBuyBox { get; init; }

    public static byte[] Write(ListingDocument document) => JsonSerializer.SerializeToUtf8Bytes(new Card
    {
        ListingId = document.ListingId,
        ProductGroupId = document.ProductGroupId,
        Seller = document.Seller,
        Title = document.Title,
        Slug = document.Slug,
        ShortId = document.ShortId,
        Brand = document.Brand,
        CategoryName = document.CategoryPath.Count > 0 ? document.CategoryPath[^1].Name : null,
        Prices = document.Prices,
        InStock = document.InStock,
        RatingAverage = document.RatingAverage,
        RatingCount = document.RatingCount,
        ImageRef = document.ImageRef,
        IsBuyBox = document.IsBuyBox,
    });

    public static SearchHit ReadHit(ReadOnlySpan<byte> json, string currency, double score)
    {
        var card = JsonSerializer.Deserialize<Card>(json)!;
        var price = card.Prices.First(p => p.Currency == currency);
        return new SearchHit
        {
            ListingId = card.ListingId,
            ProductGroupId = card.ProductGroupId,
            Seller = card.Seller,
            Title = card.Title,
            Slug = card.Slug,
            ShortId = card.ShortId,
            Brand = card.Brand,
            CategoryName = card.CategoryName,
            Currency = currency,
            PriceMinMinor = price.MinMinor,
            PriceMaxMinor = price.MaxMinor,
            InStock = card.InStock,
            RatingAverage = card.RatingAverage,
            RatingCount = card.RatingCount,
            ImageRef = card.ImageRef,
            IsBuyBox = card.IsBuyBox,
            Score = score,
        };
    }
}
