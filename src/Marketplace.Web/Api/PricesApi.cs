using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Mediator;

namespace Marketplace.Web.Api;

[Description("All prices of one offer: a currency that is not named loses its price.")]
internal sealed record PricesOfOfferInput(string OfferId, IReadOnlyList<OfferPriceShape> Prices);

[Description("Prices to set, all of them or none.")]
internal sealed record PricesInput([property: MinLength(1), MaxLength(100)] IReadOnlyList<PricesOfOfferInput> Offers);

/// <summary>What offers cost, in effect at once.</summary>
internal static class PricesApi
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/prices", PutAsync)
        .Describe("setPrices", "Listings", "Set prices", ApiScopes.ListingsWrite,
            "Of up to 100 offers at once, all of them or none. Buyers see them at once.")
        .Takes(new PricesInput([new PricesOfOfferInput(ExampleId.Offer, [new OfferPriceShape("EUR", 1750, 1900)])]))
        .GivesNothing("Set.")
        .Refuses(404, "price.no-such-offer", "There is no such variant among your listings.");

    private static async Task<IResult> PutAsync(HttpContext http, ISender sender)
    {
        var body = await ApiBody.ReadAsync<PricesInput>(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        var offers = body.Value.Offers;
        if (offers.Count is 0 or > Most || offers.Select(o => o.OfferId).Distinct(StringComparer.Ordinal).Count() != offers.Count
            || offers.Any(o => o.Prices.Select(p => p.CurrencyCode).Distinct(StringComparer.Ordinal).Count() != o.Prices.Count))
            return new ApiRefusal(ApiErrors.WrongValue("offers"));
        var done = await sender.Send(
            new SetPrices([.. offers.Select(o => new PricesOfOffer(
                PublicId.Read(PublicId.Offer, o.OfferId),
                [.. o.Prices.Select(p => new PriceToSet(p.CurrencyCode, p.PriceMinor, p.CompareAtMinor))]))]), http.RequestAborted);
        return done.Ok ? Results.NoContent() : new ApiRefusal(done.Error);
    }
}
