using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>The caller's own views of this shop's orders, by name.</summary>
[Seller("orders")]
public sealed record ListOrderViews : IQuery<Result<IReadOnlyList<OrderViewChoice>>>;

public sealed record OrderViewChoice(string ViewId, string Name, string Query);

/// <summary>Keeps a choice of orders under a name; the same name again is replaced. Error: <c>order.views-full</c>.</summary>
/// <param name="Query">The list's address behind the question mark.</param>
[Seller("orders")]
public sealed record SaveOrderView(string Name, string Query) : ICommand<Result>, ISellerTransaction;

/// <summary>A repeat changes nothing.</summary>
[Seller("orders")]
public sealed record RemoveOrderView(string ViewId) : ICommand<Result>, ISellerTransaction;

public static class ViewErrors
{
    public static readonly Error Full = Error.Refused("order.views-full", "You keep 20 views. Remove one that you no longer use.");
}

internal sealed class SaveOrderViewValidator : AbstractValidator<SaveOrderView>
{
    public SaveOrderViewValidator()
    {
        RuleFor(v => v.Name).Must(n => n?.Trim().Length is > 0 and <= 60).WithMessage("A name has 1 to 60 characters.");
        RuleFor(v => v.Query).Matches(@"^[A-Za-z0-9=&%._+~\-]{0,400}$").WithMessage("Choose filters first, then keep them.");
    }
}

internal sealed class OrderViewHandlers(SellerDb db, CallerAccessor caller, TimeProvider clock)
    : IQueryHandler<ListOrderViews, Result<IReadOnlyList<OrderViewChoice>>>, ICommandHandler<SaveOrderView, Result>,
        ICommandHandler<RemoveOrderView, Result>
{
    public async ValueTask<Result<IReadOnlyList<OrderViewChoice>>> Handle(ListOrderViews query, CancellationToken cancellation) =>
        await Mine().AsNoTracking().OrderBy(v => v.Name).Select(v => new OrderViewChoice(v.Id, v.Name, v.Query))
            .Take(SavedOrderView.Most).ToListAsync(cancellation);

    public async ValueTask<Result> Handle(SaveOrderView command, CancellationToken cancellation)
    {
        var mine = await Mine().ToListAsync(cancellation);
        if (mine.Find(v => v.Name == command.Name.Trim()) is { } same)
        {
            same.Query = command.Query;
            return Result.Success();
        }

        if (mine.Count >= SavedOrderView.Most) return ViewErrors.Full;
        db.Add(new SavedOrderView
        {
            TenantId = db.TenantId, Id = Ids.New(clock), PersonId = caller.Caller.PersonId!, Name = command.Name.Trim(),
            Query = command.Query,
        });
        return Result.Success();
    }

    public async ValueTask<Result> Handle(RemoveOrderView command, CancellationToken cancellation)
    {
        await Mine().Where(v => v.Id == command.ViewId).ExecuteDeleteAsync(cancellation);
        return Result.Success();
    }

    private IQueryable<SavedOrderView> Mine()
    {
        var personId = caller.Caller.PersonId;
        return db.SavedOrderViews.Where(v => v.TenantId == db.TenantId && v.PersonId == personId);
    }
}
