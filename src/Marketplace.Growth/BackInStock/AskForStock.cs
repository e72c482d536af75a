using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Growth.BackInStock.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.BackInStock;

/// <summary>
/// An address is to hear once when a sold-out variant is back; asked twice it waits once. A signed-in person's own address
/// waits at once, a typed one when it has answered the link in a mail: nobody is written to about stock because somebody
/// else said so. Errors: <c>stock-request.no-offer</c>, <c>stock-request.in-stock</c>, <c>stock-request.too-many</c>.
/// </summary>
/// <param name="Email">Not asked of a person who is signed in.</param>
[Anyone]
public sealed record AskForStock(string OfferId, string? Email) : ICommand<Result<StockRequestState>>, IPlatformTransaction;

public enum StockRequestState
{
    /// <summary>A mail with a link has gone to the address.</summary>
    ToBeConfirmed,
    Waiting,
    Told,
}

internal sealed class AskForStockValidator : AbstractValidator<AskForStock>
{
    public AskForStockValidator() => RuleFor(m => m.Email).Must(e => e is null || MailAddress.IsWellFormed(e.Trim()))
        .WithMessage("Enter a mail address like name@example.com.");
}

internal sealed class AskForStockHandler(
    PlatformDb db, ISender sender, ISecretSeal seal, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<AskForStock, Result<StockRequestState>>
{
    private const int Most = 100;
    private const int MostUnansweredADay = 3;

    public async ValueTask<Result<StockRequestState>> Handle(AskForStock command, CancellationToken cancellationToken)
    {
        if (await WaitedFor.FindAsync(db, command.OfferId, cancellationToken) is not { } goods) return StockRequestErrors.NoOffer;
        if (goods.Available > 0) return StockRequestErrors.InStock;
        var own = await OwnAddressAsync(cancellationToken);
        if ((own ?? command.Email)?.Trim().ToLowerInvariant() is not { Length: > 0 } email) return StockRequestErrors.NoAddress;
        var now = clock.GetUtcNow().UtcDateTime;
        var existing = await db.StockRequests.SingleOrDefaultAsync(
            r => r.TenantId == goods.TenantId && r.OfferId == goods.OfferId && r.Email == email, cancellationToken);
        if (existing is not null) return Again(existing, own is not null, now);
        if (await db.StockRequests.CountAsync(r => r.Email == email && r.ToldAtUtc == null, cancellationToken) >= Most)
            return StockRequestErrors.TooMany;

        var request = new StockRequest
        {
            Id = Ids.New(clock), TenantId = goods.TenantId, OfferId = goods.OfferId, Email = email, AskedAtUtc = now,
            BuyerId = own is null ? null : caller.Caller.BuyerId, ConfirmedAtUtc = own is null ? null : now,
        };
        if (own is null)
        {
            // The same answer as ever: the form tells nobody how often an address was written to.
            if (await IsBotheredAsync(email, now, cancellationToken)) return StockRequestState.ToBeConfirmed;
            var queued = await sender.Send(
                new QueueMail(
                    $"stock-request/{request.Id}", email, StockRequestMails.Confirm(goods, StockRequestLink.Path(seal, request.Id)),
                    StopPath: StockRequestLink.Path(seal, request.Id)), cancellationToken);
            if (!queued.Ok) return queued.Error;
        }

        db.Add(request);
        return own is null ? StockRequestState.ToBeConfirmed : StockRequestState.Waiting;
    }

    /// <summary>The caller's confirmed address; null for guests.</summary>
    private async Task<string?> OwnAddressAsync(CancellationToken cancellation)
    {
        if (caller.Caller is not { PersonId: not null, BuyerId: { } buyerId }) return null;
        return (await sender.Send(new FindBuyers([buyerId]), cancellation)).Required().GetValueOrDefault(buyerId)?.Email;
    }

    /// <summary>Who has confirmed before need not do it again, and waits anew at the end of the queue.</summary>
    private static StockRequestState Again(StockRequest request, bool isOwn, DateTime now)
    {
        if (request.ToldAtUtc is not null) (request.ToldAtUtc, request.AskedAtUtc) = (null, now);
        if (isOwn) request.ConfirmedAtUtc ??= now;
        return request.ConfirmedAtUtc is null ? StockRequestState.ToBeConfirmed : StockRequestState.Waiting;
    }

    private async Task<bool> IsBotheredAsync(string email, DateTime now, CancellationToken cancellation)
    {
        var yesterday = now.AddDays(-1);
        return await db.StockRequests.CountAsync(
            r => r.Email == email && r.AskedAtUtc > yesterday && r.ConfirmedAtUtc == null, cancellation) >= MostUnansweredADay;
    }
}

public static class StockRequestErrors
{
    public static readonly Error NoOffer = Error.NotFound("stock-request.no-offer", "This is not for sale any more.");

    public static readonly Error InStock = Error.Conflict("stock-request.in-stock", "It can be bought now. Put it in your basket.");

    public static readonly Error NoAddress = Error.InvalidField(
        "stock-request.no-address", "Email", "Enter a mail address like name@example.com.");

    public static readonly Error TooMany = Error.Refused(
        "stock-request.too-many", "This address waits for 100 things already. End one of them first, by the link in its mail.");

    public static readonly Error NoLink = Error.NotFound(
        "stock-request.no-link", "This link is not whole, or what it was for has ended.");
}
