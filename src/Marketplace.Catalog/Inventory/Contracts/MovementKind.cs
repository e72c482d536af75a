namespace Marketplace.Catalog.Inventory.Contracts;

public enum MovementKind
{
    /// <summary>The first count of an offer at a location.</summary>
    Counted,
    /// <summary>Delivered by a supplier or made.</summary>
    Received,
    /// <summary>Corrected after counting again; either sign.</summary>
    Corrected,
    Damaged,
    Sold,
    /// <summary>Came back from an order.</summary>
    Returned,
    TransferredOut,
    TransferredIn,
    Lost,
    /// <summary>The note says why.</summary>
    Other,
}
