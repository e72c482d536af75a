using System.Globalization;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Market;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Storefront.Orders;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Orders.Papers;

public enum PaperKind
{
    /// <summary>Lies in the parcel: address and goods, no prices.</summary>
    Slip,
    /// <summary>Goes onto the parcel: an address, no postage.</summary>
    Label,
    /// <summary>For the shop's own file: goods, prices, what happened.</summary>
    Sheet,
}

public enum LabelSize
{
    A6,
    FourBySix,
}

/// <param name="Lines">The shop's own address, for the back of the parcel.</param>
public sealed record PaperSender(string Name, IReadOnlyList<string> Lines);

/// <summary>The papers of orders, each order from a new page, all in one file.</summary>
internal sealed class OrderPapers(IStringLocalizer<Words> words, DisplayClock clock, PaperSender from)
{
    private const double A4Width = 595.28;
    private const double A4Height = 841.89;

    public byte[] Write(PaperKind kind, IReadOnlyList<OrderPaper> orders, LabelSize size = LabelSize.A6)
    {
        using var paper = kind == PaperKind.Label ? LabelPaper(size) : new Paper(A4Width, A4Height, 48);
        foreach (var order in orders)
        {
            paper.Running = $"{from.Name} · {words["Order {0}", order.Part.Number!].Value}";
            paper.NewPage();
            if (kind == PaperKind.Label) Label(paper, order);
            else Page(paper, order, withPrices: kind == PaperKind.Sheet);
        }

        return paper.Build(kind switch
        {
            PaperKind.Slip => words["Packing slip"].Value,
            PaperKind.Label => words["Address label"].Value,
            PaperKind.Sheet => words["Order sheet"].Value,
        });
    }

    /// <summary>A6 is 105 × 148 mm; the other one is what label printers of North America take.</summary>
    private static Paper LabelPaper(LabelSize size) => size switch
    {
        LabelSize.A6 => new Paper(297.64, 419.53, 22),
        LabelSize.FourBySix => new Paper(288, 432, 22),
    };

    private void Label(Paper paper, OrderPaper order)
    {
        paper.Text(words["Sender"].Value, 7);
        paper.Text(string.Join('\n', from.Lines.Prepend(from.Name)), 8);
        paper.Rule();
        paper.Gap(10);
        paper.Text(words["Ship to"].Value, 8);
        paper.Gap(4);
        var address = AddressLines(order.ShipTo).ToList();
        paper.Text(address[0], 15, bold: true);
        paper.Text(string.Join('\n', address.Skip(1)), 14);
        paper.Gap(14);
        paper.Rule();
        paper.Text($"{words["Order {0}", order.Part.Number!].Value} · {order.Part.ShippingName}", 9, bold: true);
        paper.Text(words["Address label. It is not postage."].Value, 7);
    }

    private void Page(Paper paper, OrderPaper order, bool withPrices)
    {
        var half = paper.Width / 2;
        paper.Row(16, new Cell(from.Name, 0, half + 60, Bold: true));
        paper.Text(words["Order {0}", order.Part.Number!].Value + " · " + Day(order.PlacedAtUtc), 10);
        paper.Gap(14);
        paper.Row(
            8, new Cell(words["Ship to"].Value, 0, half - 10), new Cell(words["Sender"].Value, half, half));
        paper.Row(
            10, new Cell(string.Join('\n', AddressLines(order.ShipTo)), 0, half - 10),
            new Cell(string.Join('\n', from.Lines.Prepend(from.Name)), half, half));
        if (withPrices && order.Phone is { } phone) paper.Text(phone, 10);
        paper.Gap(16);
        Goods(paper, order.Part, withPrices);
        paper.Gap(10);
        paper.Text(order.Part.ShippingName, 9);
        if (withPrices) History(paper, order.Part);
        else paper.Text(words["Thank you for your order."].Value, 9);
    }

    private void Goods(Paper paper, PartView part, bool withPrices)
    {
        var (sku, many, sum) = (90.0, 50.0, withPrices ? 90.0 : 0);
        var item = paper.Width - sku - many - sum;
        paper.Row(
            8, new Cell(words["SKU"].Value, 0, sku - 8), new Cell(words["Item"].Value, sku, item - 8),
            new Cell(words["Quantity"].Value, sku + item, many, Right: true),
            new Cell(withPrices ? words["Total"].Value : "", paper.Width - sum, sum, Right: true));
        paper.Rule();
        foreach (var line in part.Lines.Where(l => withPrices || l.Quantity > l.CancelledQuantity))
        {
            var left = line.Quantity - line.CancelledQuantity;
            var name = line.Options.Length == 0 ? line.Title : $"{line.Title}\n{line.Options}";
            if (withPrices && line.CancelledQuantity > 0) name += "\n" + words["{0} cancelled", line.CancelledQuantity].Value;
            paper.Row(
                10, new Cell(line.Sku, 0, sku - 8), new Cell(name, sku, item - 8),
                new Cell(left.ToString(CultureInfo.CurrentCulture), sku + item, many, Bold: true, Right: true),
                new Cell(withPrices ? Money(line.GrossMinor, part) : "", paper.Width - sum, sum, Right: true));
            paper.Rule();
        }

        if (!withPrices) return;
        Sum(paper, words["Items"].Value, Money(part.ItemsMinor, part));
        Sum(paper, words["Delivery"].Value, Money(part.ShippingMinor, part));
        if (part.TaxMinor > 0)
            Sum(paper, part.PriceIncludesTax ? words["Including VAT"].Value : words["Tax"].Value, Money(part.TaxMinor, part));
        Sum(paper, words["Total"].Value, Money(part.TotalMinor, part), bold: true);
    }

    private static void Sum(Paper paper, string name, string amount, bool bold = false) => paper.Row(
        10, new Cell(name, paper.Width - 260, 150, bold, Right: true), new Cell(amount, paper.Width - 100, 100, bold, Right: true));

    private void History(Paper paper, PartView part)
    {
        paper.Gap(14);
        paper.Text(words["What happened so far"].Value, 11, bold: true);
        foreach (var step in OrderWords.Timeline(part, words, clock))
        {
            paper.Row(
                9, new Cell(step.When ?? "", 0, 130), new Cell(
                    step.Meaning is null ? step.What : $"{step.What}: {step.Meaning}", 140, paper.Width - 140));
        }
    }

    private static IEnumerable<string> AddressLines(Address to) => new[]
    {
        to.Name, to.Company, to.Line1, to.Line2, $"{to.Postcode} {to.City}".Trim(), to.Region, MarketShell.CountryName(to.Country),
    }.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!);

    private string Day(DateTime utc) => clock.Local(utc).ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    private static string Money(long minor, PartView part) =>
        MoneyText.Format(minor, part.CurrencyCode, CultureInfo.CurrentCulture);
}
