using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>What the team has noted about one of its orders, the newest first. The buyer never sees it.</summary>
[Seller("orders")]
public sealed record ListOrderNotes(string SellerOrderId) : IQuery<Result<IReadOnlyList<OrderNoteView>>>;

/// <param name="IsMine">Whoever wrote it may take it away.</param>
public sealed record OrderNoteView(string NoteId, string Author, string Text, DateTime AtUtc, bool IsMine);

/// <summary>Errors: <c>order.not-found</c>, <c>order.notes-full</c>.</summary>
[Seller("orders")]
public sealed record AddOrderNote(string SellerOrderId, string Text) : ICommand<Result>, ISellerTransaction;

/// <summary>Takes one's own note away. Error: <c>order.no-note</c>.</summary>
[Seller("orders")]
public sealed record RemoveOrderNote(string NoteId) : ICommand<Result>, ISellerTransaction;

public static class NoteErrors
{
    public static readonly Error Full = Error.Refused("order.notes-full", "An order has room for 50 notes.");

    public static readonly Error NotFound = Error.NotFound("order.no-note", "This note is not there, or somebody else wrote it.");
}

internal sealed class AddOrderNoteValidator : AbstractValidator<AddOrderNote>
{
    public AddOrderNoteValidator() => RuleFor(n => n.Text).Must(t => t?.Trim().Length is > 0 and <= 1000)
        .WithMessage("A note has 1 to 1,000 characters.").OverridePropertyName("Note");
}

internal sealed class OrderNoteHandlers(SellerDb db, CallerAccessor caller, ISender sender, TimeProvider clock)
    : IQueryHandler<ListOrderNotes, Result<IReadOnlyList<OrderNoteView>>>, ICommandHandler<AddOrderNote, Result>,
        ICommandHandler<RemoveOrderNote, Result>
{
    public async ValueTask<Result<IReadOnlyList<OrderNoteView>>> Handle(ListOrderNotes query, CancellationToken cancellation)
    {
        var notes = await db.OrderNotes.AsNoTracking()
            .Where(n => n.TenantId == db.TenantId && n.SellerOrderId == query.SellerOrderId)
            .OrderByDescending(n => n.AtUtc).Take(OrderNote.Most).ToListAsync(cancellation);
        if (notes.Count == 0) return Result<IReadOnlyList<OrderNoteView>>.Success([]);
        var names = (await sender.Send(new GetNames([.. notes.Select(n => n.PersonId)]), cancellation)).Required();
        return Result<IReadOnlyList<OrderNoteView>>.Success(
        [
            .. notes.Select(n => new OrderNoteView(
                n.Id, names.GetValueOrDefault(n.PersonId, ""), n.Text, n.AtUtc, n.PersonId == caller.Caller.PersonId)),
        ]);
    }

    public async ValueTask<Result> Handle(AddOrderNote command, CancellationToken cancellation)
    {
        var (id, mine) = (command.SellerOrderId, db.SellerOrders.Where(s => s.TenantId == db.TenantId));
        if (!await mine.AnyAsync(s => s.Id == id && s.State != FulfilmentState.Draft, cancellation)) return FulfilmentErrors.NoSuchOrder;
        var there = await db.OrderNotes.CountAsync(n => n.TenantId == db.TenantId && n.SellerOrderId == id, cancellation);
        if (there >= OrderNote.Most) return NoteErrors.Full;
        db.Add(new OrderNote
        {
            TenantId = db.TenantId, Id = Ids.New(clock), SellerOrderId = id, PersonId = caller.Caller.PersonId!,
            Text = command.Text.Trim(), AtUtc = clock.GetUtcNow().UtcDateTime,
        });
        return Result.Success();
    }

    public async ValueTask<Result> Handle(RemoveOrderNote command, CancellationToken cancellation)
    {
        var personId = caller.Caller.PersonId;
        var gone = await db.OrderNotes
            .Where(n => n.TenantId == db.TenantId && n.Id == command.NoteId && n.PersonId == personId)
            .ExecuteDeleteAsync(cancellation);
        return gone == 0 ? NoteErrors.NotFound : Result.Success();
    }
}
