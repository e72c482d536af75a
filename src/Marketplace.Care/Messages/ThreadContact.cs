using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Sales.Orders;
using Mediator;

namespace Marketplace.Care.Messages;

/// <summary>Where a conversation's buyer reads mail.</summary>
internal static class ThreadContact
{
    /// <returns>The account's address, a guest's from the order it is about, or null where there is neither.</returns>
    public static async Task<string?> BuyersEmailAsync(
        this ISender sender, MessageThread thread, CancellationToken cancellation)
    {
        var people = (await sender.Send(new FindBuyers([thread.BuyerId]), cancellation)).Required();
        if (people.TryGetValue(thread.BuyerId, out var buyer)) return buyer.Email;
        return thread.OrderId is { } order ? (await sender.Send(new GetOrderContact(order), cancellation)).Value?.Email : null;
    }
}
