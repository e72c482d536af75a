using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Settlement.Model;
using Mediator;

namespace Marketplace.Money.Settlement;

/// <summary>
/// Books a paid order and keeps each seller's share: one <c>Holding</c> a SellerOrder. A repeat books nothing.
/// </summary>
[Internal]
public sealed record PostSale(SaleToPost Sale) : ICommand<Result>, IPlatformTransaction;

internal sealed class PostSaleHandler(PlatformDb db, LedgerWriter ledger) : ICommandHandler<PostSale, Result>
{
    public async ValueTask<Result> Handle(PostSale command, CancellationToken cancellationToken)
    {
        var sale = command.Sale;
        if (await ledger.FindAsync(JournalKeys.Unfulfilled(sale.OrderId), cancellationToken) is not null) return GoesBack;
        if (!await ledger.PostAsync(Journals.Sale(sale), cancellationToken)) return Result.Success();
        foreach (var part in sale.Parts) db.Add(Share(sale, part));
        return Result.Success();
    }

    private static readonly Error GoesBack = Error.Conflict(
        "settlement.goes-back", "This order's money is on its way back to the buyer; it cannot be sold any more.");

    private static Holding Share(SaleToPost sale, SalePart part) => new()
    {
        Id = part.SellerOrderId, OrderId = sale.OrderId, TenantId = part.TenantId, CurrencyCode = sale.CurrencyCode,
        TaxCountry = sale.TaxCountry, SoldAtUtc = sale.PaidAtUtc, HoldDays = part.HoldDays,
        NetMinor = part.SellerNetMinor, CommissionMinor = part.CommissionMinor,
        CommissionTaxMinor = part.CommissionTaxMinor, PlatformTaxMinor = part.PlatformTaxMinor,
        PlatformDiscountMinor = part.PlatformDiscountMinor,
    };
}
