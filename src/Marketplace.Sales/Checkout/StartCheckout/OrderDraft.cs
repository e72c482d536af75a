using System.Security.Cryptography;
using System.Text.Json;
using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions.Contracts;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;

namespace Marketplace.Sales.Checkout.StartCheckout;

internal sealed record DraftInput(
    string OrderId, string BuyerId, bool ByGuest, PricedCart Cart, CheckoutDetails Details, string Locale, string ContentHash,
    DateTime NowUtc, DateTime ExpiresAtUtc, int HoldDays);

/// <summary>The rows of an order that nobody has paid yet: everything that was agreed, frozen.</summary>
internal sealed record OrderDraft(Order Order, IReadOnlyList<object> Rows)
{
    public static OrderDraft Make(DraftInput input, IReadOnlyList<CommissionedLine> commissions, TimeProvider clock)
    {
        var byReference = commissions.ToDictionary(c => c.Reference, StringComparer.Ordinal);
        var parts = OrderSplit.Split(
            [.. input.Cart.Sellers.SelectMany(s => s.Lines)
                .Select(l => new LineToSplit(l.OfferId, l.TenantId, l.Tax!, byReference[l.OfferId]))],
            [.. input.Cart.Sellers.Select(s => new ShippingToSplit(s.TenantId, s.ShippingTax!))]);
        if (parts.Sum(p => p.TotalMinor) != input.Cart.TotalMinor)
            throw new InvalidOperationException($"The parts of order {input.OrderId} do not sum to its total.");

        List<object> rows = [];
        for (var i = 0; i < parts.Count; i++)
        {
            var seller = input.Cart.Sellers[i];
            var part = Part(input, seller, parts[i], i + 1, Ids.New(clock));
            rows.Add(part);
            rows.Add(AmountsOf(part, parts[i], seller.HoldDays ?? input.HoldDays));
            var position = 1;
            foreach (var line in seller.Lines)
            {
                var made = Line(part, line, position++, Ids.New(clock));
                rows.Add(made);
                rows.Add(AmountsOf(made, byReference[line.OfferId]));
            }
        }

        return new OrderDraft(Whole(input), rows);
    }

    /// <summary>One line of the payment page per order line at its gross total, and one per seller's shipping.</summary>
    public static IReadOnlyList<CheckoutLine> PaymentLines(PricedCart cart) =>
    [
        .. cart.Sellers.SelectMany(s => s.Lines.Select(l => new CheckoutLine(Name(l), l.Tax!.GrossMinor))
            .Append(new CheckoutLine($"Delivery by {s.Name}: {s.Shipping!.Name}", s.ShippingTax!.GrossMinor))
            .Where(l => l.AmountMinor > 0)),
    ];

    /// <summary>Digest of what is bought, at which price, how it travels, and to whom.</summary>
    public static string ContentHash(PricedCart cart, CheckoutDetails details)
    {
        var content = new
        {
            cart.CurrencyCode, cart.TotalMinor, cart.TaxMinor, details.Email, details.Phone, details.ShipTo,
            Lines = cart.Sellers.SelectMany(s => s.Lines)
                .Select(l => new { l.OfferId, l.Quantity, l.UnitPriceMinor, l.RevisionId }),
            Shipping = cart.Sellers.Select(s => new { s.TenantId, s.Shipping?.MethodId, s.Shipping?.AmountMinor }),
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));
    }

    private static Order Whole(DraftInput input) => new()
    {
        Id = input.OrderId, BuyerId = input.BuyerId, ByGuest = input.ByGuest, CurrencyCode = input.Cart.CurrencyCode,
        ItemsMinor = input.Cart.ItemsMinor, ShippingMinor = input.Cart.ShippingMinor, TaxMinor = input.Cart.TaxMinor,
        PriceIncludesTax = input.Cart.PriceIncludesTax, TotalMinor = input.Cart.TotalMinor, Email = input.Details.Email.Trim(),
        Phone = Blank(input.Details.Phone), ShipTo = Tidy(input.Details.ShipTo), Locale = input.Locale,
        LinkKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        ContentHash = input.ContentHash, CreatedAtUtc = input.NowUtc, ExpiresAtUtc = input.ExpiresAtUtc,
        LockedAtUtc = input.NowUtc,
    };

    private static SellerOrder Part(DraftInput input, PricedSeller seller, SplitPart part, int position, string id)
    {
        var option = seller.Shipping!;
        return new SellerOrder
        {
            TenantId = seller.TenantId, Id = id, BuyerId = input.BuyerId, OrderId = input.OrderId, Position = position,
            SellerName = seller.Name, SellerSlug = seller.Slug, BuyerName = input.Details.ShipTo.Name.Trim(),
            Phone = Blank(input.Details.Phone), ShipTo = Tidy(input.Details.ShipTo), CurrencyCode = input.Cart.CurrencyCode,
            ItemsMinor = seller.ItemsMinor, ShippingMinor = part.ShippingMinor, TaxMinor = part.TaxMinor,
            PriceIncludesTax = input.Cart.PriceIncludesTax, TotalMinor = part.TotalMinor,
            ShippingTaxMinor = seller.ShippingTax!.TaxMinor, ShippingTaxRateBps = seller.ShippingTax.RateBps,
            ShippingTaxCollector = seller.ShippingTax.Collector, ShippingQuoteJson = JsonSerializer.Serialize(option),
            ShippingName = option.Name, TransitDaysMax = option.TransitDaysMax, ShipByDate = option.ShipBy,
            ArrivesFromDate = option.ArrivesFrom, ArrivesToDate = option.ArrivesTo,
        };
    }

    private static OrderLine Line(SellerOrder part, PricedLine line, int position, string id) => new()
    {
        TenantId = part.TenantId, Id = id, BuyerId = part.BuyerId, OrderId = part.OrderId, SellerOrderId = part.Id,
        Position = position, OfferId = line.OfferId, ListingId = line.ListingId, RevisionId = line.RevisionId,
        Slug = line.Slug, Title = line.Title, Options = line.Options, PictureRef = line.PictureRef, Sku = line.Sku,
        Quantity = line.CountedQuantity, UnitPriceMinor = line.UnitPriceMinor, SellerDiscountMinor = 0,
        PlatformDiscountMinor = 0, TaxMinor = line.Tax!.TaxMinor, TaxRateBps = line.Tax.RateBps,
        PriceIncludesTax = line.Tax.PriceIncludesTax, TaxCollector = line.Tax.Collector, GrossMinor = line.Tax.GrossMinor,
    };

    private static SellerOrderAmounts AmountsOf(SellerOrder part, SplitPart split, int holdDays) => new()
    {
        Id = part.Id, OrderId = part.OrderId, TenantId = part.TenantId, CurrencyCode = part.CurrencyCode,
        GrossMinor = split.GrossMinor, ShippingMinor = split.ShippingMinor, PlatformTaxMinor = split.PlatformTaxMinor,
        ShippingPlatformTaxMinor = split.ShippingPlatformTaxMinor, CommissionMinor = split.CommissionMinor,
        CommissionTaxMinor = split.CommissionTaxMinor, PlatformDiscountMinor = split.PlatformDiscountMinor,
        SellerNetMinor = split.SellerNetMinor, HoldDays = holdDays,
    };

    private static OrderLineAmounts AmountsOf(OrderLine line, CommissionedLine commission) => new()
    {
        Id = line.Id, SellerOrderId = line.SellerOrderId, CommissionRuleId = commission.RuleId,
        CommissionRateBps = commission.RateBps, CommissionBaseMinor = commission.BaseMinor,
        CommissionMinor = commission.CommissionMinor, CommissionTaxMinor = commission.CommissionTaxMinor,
    };

    private static string Name(PricedLine line)
    {
        var name = line.Options.Length == 0 ? line.Title : $"{line.Title} ({line.Options})";
        return line.CountedQuantity == 1 ? name : $"{line.CountedQuantity} × {name}";
    }

    private static Address Tidy(Address address) => address with
    {
        Name = address.Name.Trim(),
        Line1 = address.Line1.Trim(),
        Line2 = Blank(address.Line2),
        Company = Blank(address.Company),
        Postcode = Postcodes.Tidy(address.Postcode),
        City = address.City.Trim(),
        Region = Blank(address.Region),
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
