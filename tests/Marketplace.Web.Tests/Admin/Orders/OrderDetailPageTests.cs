using Marketplace.Sales.Model;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Admin.Orders;

public sealed class OrderDetailPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task Staff_pay_back_the_pieces_they_chose_once_however_often_they_press()
    {
        using var ada = market.As(TestMarket.Ada);
        var order = market.Orders[0];
        var page = await ada.GetAsync("/admin/orders/" + order.PublicId);
        Assert.NotNull(page.Page.QuerySelector($"input[name='Pieces[{order.LineId}]']"));
        (string, string)[] form =
            [("Part", order.PartId), ("Key", "once"), ($"Pieces[{order.LineId}]", "1"), ("Reason", "It never came.")];

        var first = await ada.PostAsync($"/admin/orders/{order.PublicId}?handler=Refund", form);
        var second = await ada.PostAsync($"/admin/orders/{order.PublicId}?handler=Refund", form);

        Assert.True(first.IsRedirect && second.IsRedirect, first.Said);
        var refund = await market.Site.WithPlatformAsync(
            db => db.Set<OrderRefund>().AsNoTracking().SingleAsync(r => r.SellerOrderId == order.PartId));
        Assert.Equal((19_00, false, "It never came."), (refund.AmountMinor, refund.WithShipping, refund.Reason));
        var audit = await market.Site.WithPlatformAsync(db => db.Set<Kernel.Audit.AuditRow>()
            .CountAsync(a => a.Action == "order.refund" && a.SubjectId == order.PartId));
        Assert.Equal(1, audit);
    }

    [Fact]
    public async Task Nothing_chosen_pays_nothing_back()
    {
        using var ada = market.As(TestMarket.Ada);
        var order = market.Orders[1];

        await ada.PostAsync(
            $"/admin/orders/{order.PublicId}?handler=Refund", ("Part", order.PartId), ("Key", "none"),
            ($"Pieces[{order.LineId}]", "0"), ("Reason", "It never came."));

        Assert.False(await market.Site.WithPlatformAsync(db => db.Set<OrderRefund>().AnyAsync(r => r.SellerOrderId == order.PartId)));
    }
}
