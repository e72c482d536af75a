namespace Marketplace.Money.Ledger;

/// <summary>The unique keys of journals, which other parts look them up by.</summary>
public static class JournalKeys
{
    public static string Sale(string orderId) => $"order:{orderId}:sale";

    public static string Unfulfilled(string orderId) => $"order:{orderId}:unfulfilled";

    public static string Refund(string refundId) => $"refund:{refundId}";

    public static string RefundPaid(string refundId) => $"refund:{refundId}:paid";

    public static string Transfer(string sellerOrderId, int attempt) => $"seller-order:{sellerOrderId}:transfer:{attempt}";

    public static string Reversed(string key) => key + ":reversed";
}
