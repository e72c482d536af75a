using System.Globalization;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>An order's id by what people call it: its number, a part's number, or its public id.</summary>
[Admin("money")]
public sealed record FindOrder(string Text) : IQuery<Result<string>>;

internal sealed class FindOrderHandler(PlatformDb db) : IQueryHandler<FindOrder, Result<string>>
{
    public async ValueTask<Result<string>> Handle(FindOrder query, CancellationToken cancellation)
    {
        var text = query.Text.Trim().TrimStart('#');
        var id = Ids.FromPublic("ord", text) ?? text;
        long? number = long.TryParse(text.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var found)
            ? found : null;
        return await db.Orders.AsNoTracking().Where(o => o.Id == id || (number != null && o.Number == number))
            .Select(o => o.Id).FirstOrDefaultAsync(cancellation) is { } order ? order : CheckoutErrors.NoSuchOrder;
    }
}
