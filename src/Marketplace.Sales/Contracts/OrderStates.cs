namespace Marketplace.Sales.Contracts;

/// <summary>The buyer's whole purchase, as far as checkout decides it.</summary>
public enum OrderState
{
    /// <summary>Drafted and reserved; nobody has paid yet.</summary>
    AwaitingPayment,
    Placed,
    /// <summary>Nobody paid in time; the stock is free again.</summary>
    Expired,
    /// <summary>Money came that does not match: a person looks before anything is shipped.</summary>
    Review,
    /// <summary>Money came too late and went back in full.</summary>
    Refunded,
}

/// <summary>Where one seller's part is on its way to the buyer.</summary>
public enum FulfilmentState
{
    /// <summary>Not paid: neither side's business yet.</summary>
    Draft,
    Placed,
    Accepted,
    PartShipped,
    Shipped,
    Delivered,
    Cancelled,
}

/// <summary>Where the seller's share of one part is.</summary>
public enum MoneyState
{
    None,
    Held,
    Payable,
    Transferred,
    Refunded,
}

/// <summary>What stands between a part and its end.</summary>
public enum IssueState
{
    None,
    Return,
    Case,
    Dispute,
}

/// <summary>Whose word says that a part was delivered.</summary>
public enum DeliveredBy
{
    Buyer,
    Carrier,
    Clock,
}

/// <summary>Who did something to an order.</summary>
public enum OrderActor
{
    Buyer,
    Seller,
    Platform,
}

public enum OrderEventKind
{
    Placed,
    Accepted,
    Packed,
    Shipped,
    Delivered,
    Cancelled,
    CancellationRequested,
    CancellationDeclined,
    RefundRequested,
    RefundCompleted,
    RefundFailed,
    Released,
    Transferred,
    AddressChanged,
    Note,
}
