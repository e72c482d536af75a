using Marketplace.Kernel.Results;

namespace Marketplace.Accounts.Sellers.Contracts;

public static class SellerErrors
{
    public static readonly Error NotFound = Error.NotFound("seller.not-found", "There is no such seller.");
}
