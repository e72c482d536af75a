namespace Marketplace.Kernel.Data;

/// <summary>With whose eyes a context sees, and with which database role it connects.</summary>
public enum Eyes
{
    Platform,
    Seller,
    Buyer,
}

/// <summary>What a connection must tell the database about who is asking; immutable for a context's life.</summary>
public sealed record Sight(Eyes Eyes, string? TenantId, string? BuyerId)
{
    public string Role => Eyes switch
    {
        Eyes.Platform => "platform",
        Eyes.Seller => "seller",
        Eyes.Buyer => "buyer",
    };
}

/// <summary>Somebody asked for rows without saying whose: never "all rows", always this.</summary>
public sealed class MissingOwnerException(string what)
    : InvalidOperationException($"This needs a {what}, and the caller has none.");
