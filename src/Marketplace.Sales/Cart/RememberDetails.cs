using System.Text.Json;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Checkout;
using Mediator;

namespace Marketplace.Sales.Cart;

/// <summary>
/// Keeps what was typed at checkout with the cart, right or wrong: nothing is typed twice after an error, a declined
/// card or a reload.
/// </summary>
[Buyer]
public sealed record RememberDetails(CheckoutDetails Details) : ICommand<Result>, IPlatformTransaction
{
    public static CheckoutDetails? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<CheckoutDetails>(json);
}

internal sealed class RememberDetailsHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<RememberDetails, Result>
{
    private const int Most = 2000;

    public async ValueTask<Result> Handle(RememberDetails command, CancellationToken cancellation)
    {
        var cart = await CartLock.TakeAsync(db, caller.Caller.BuyerId!, clock.GetUtcNow().UtcDateTime, cancellation);
        var json = JsonSerializer.Serialize(command.Details);
        if (json.Length <= Most) cart.DetailsJson = json;
        return Result.Success();
    }
}
