using Marketplace.Accounts.Sellers.Review;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Catalog;
using Marketplace.Tests.World;
using Marketplace.Web.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.Seller;

/// <summary>From the footer's "Sell here" to an open shop, in the browser, the payout account at the simulator's own page.</summary>
public sealed class OpeningAShopTests(TestMarket market) : IClassFixture<TestMarket>
{
    private const string Shop = "/seller/ninas-nook";

    private readonly WebSite _site = market.Site;

    [Fact]
    public async Task Somebody_applies_fills_the_checklist_sends_it_in_changes_something_and_opens()
    {
        using var stranger = market.As(null);
        var first = await stranger.PostAsync("/sell", ("Input.Name", "Nina's nook"), ("Input.Country", "DE"));
        Assert.StartsWith("/register?returnUrl=", first.LeadsTo, StringComparison.Ordinal);
        var back = Uri.UnescapeDataString(first.LeadsTo.Split('=', 2)[1]);

        using var nina = market.As(TestMarket.Nina);
        var form = PageForm.In(await nina.GetAsync(back), "/sell").Single(f => f.Method == "POST" && f.Fields.Any(t => t.Name == "Input.Slug"));
        Assert.Contains(form.Fields, f => (f.Name, f.Value) == ("Input.Name", "Nina's nook"));
        Assert.Contains(form.Fields, f => (f.Name, f.Value) == ("Input.Country", "DE"));
        Assert.Equal(Shop + "/onboarding", (await nina.PostAsync("/sell", form.Body())).LeadsTo);
        Assert.Equal("0 of 7 done", await ProgressAsync(nina));
        Assert.Equal(422, (await nina.PostAsync(Shop + "/onboarding?handler=Submit")).Code);

        await IntroduceAsync(nina);
        Assert.Equal("2 of 7 done", await ProgressAsync(nina));
        await DoneAsync(nina.PostAsync(Shop + "/settings/terms", ("version", "1")));
        await DoneAsync(nina.PostAsync(Shop + "/onboarding/plan", ("plan", market.Plan)));
        await SetUpPayoutsAsync(nina);
        Assert.Equal("5 of 7 done", await ProgressAsync(nina));
        await ShipAsync(nina);
        await PublishAsync(nina);
        Assert.Equal("7 of 7 done", await ProgressAsync(nina));

        await DoneAsync(nina.PostAsync(Shop + "/onboarding?handler=Submit"));
        Assert.Contains("We are looking at your shop", (await nina.GetAsync(Shop)).Body, StringComparison.Ordinal);
        await ReviewAsync(nina);
    }

    [Fact]
    public async Task What_stripe_still_wants_is_said_in_words_and_a_used_link_gets_a_new_one()
    {
        using var karl = market.As(TestMarket.Karl);
        var page = $"/seller/{TestMarket.Kiln}/onboarding";
        var link = (await karl.PostAsync(page + "?handler=Payout")).LeadsTo;
        await karl.GetAsync(link);

        var again = await karl.GetAsync(link);
        Assert.Equal(page + "/refresh", again.LeadsTo);
        var fresh = (await karl.GetAsync(again.LeadsTo)).LeadsTo;
        Assert.NotEqual(link, fresh);
        await AtStripeAsync(karl, fresh, "MoreNeeded");

        var shown = await karl.GetAsync(page);
        Assert.Contains("A document that shows who you are", shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("individual.verification", shown.Body, StringComparison.Ordinal);
        Assert.Contains("Your payout account", (await karl.GetAsync("/seller/" + TestMarket.Kiln)).Body, StringComparison.Ordinal);
    }

    private async Task ReviewAsync(Visitor nina)
    {
        var ada = await market.CallerAsync(TestMarket.Ada);
        var tenant = (await _site.Services.GetRequiredService<IMultiTenantStore>().GetByIdentifierAsync("ninas-nook"))!.Id;
        (await _site.SendAsync(ada, new RequestChanges(tenant, "Show the bowl from above too."))).Done();
        Assert.Contains("Show the bowl from above too.", (await nina.GetAsync(Shop + "/onboarding")).Body, StringComparison.Ordinal);
        await DoneAsync(nina.PostAsync(Shop + "/onboarding?handler=Submit"));
        (await _site.SendAsync(ada, new ApproveSeller(tenant))).Done();
        await _site.DrainAsync();

        Assert.Contains("What needs you today", (await nina.GetAsync(Shop)).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await nina.GetAsync("/s/ninas-nook")).Code);
        (await _site.SendAsync(ada, new SuspendSeller(tenant, "Two buyers got nothing."))).Done();
        Assert.Contains("Two buyers got nothing.", (await nina.GetAsync(Shop)).Body, StringComparison.Ordinal);
    }

    private static async Task IntroduceAsync(Visitor nina)
    {
        var path = Shop + "/settings/profile?handler=About";
        using var content = Multipart(
            nina, ("Logo", "logo.png", TestPictures.Png(300, 300)), ("About.Name", "Nina's nook"), ("About.Tagline", "Bowls"),
            ("About.About", "I turn bowls."), ("About.City", "Jena"));
        await DoneAsync(nina.SendAsync(HttpMethod.Post, path, content));
        var logo = (await nina.GetAsync(Shop + "/settings/profile")).Page.QuerySelector("img.logoshot")!.GetAttribute("src")!;
        Assert.Equal(200, (await nina.GetAsync(logo)).Code);
        await DoneAsync(nina.PostAsync(
            Shop + "/settings/trader", ("Input.Kind", "SoleTrader"), ("Input.Certifies", "true"), ("Input.LegalName", "Nina N"), ("Input.Line1", "Weg 1"), ("Input.Postcode", "07743"),
            ("Input.City", "Jena"), ("Input.Country", "DE"), ("Input.Email", "nina@example.com"), ("Input.Phone", "+49 3641 12345")));
    }

    private static async Task SetUpPayoutsAsync(Visitor nina)
    {
        var stripe = await nina.PostAsync(Shop + "/onboarding?handler=Payout");
        await AtStripeAsync(nina, stripe.LeadsTo, "Verified");
    }

    /// <summary>Fills Stripe's page and follows it back, as a browser does.</summary>
    private static async Task AtStripeAsync(Visitor seller, string link, string end)
    {
        Assert.Equal(200, (await seller.GetAsync(link)).Code);
        var left = await seller.SendAsync(HttpMethod.Post, link, new FormUrlEncodedContent(
        [
            new("business_type", "individual"), new("name", "Nina N"), new("iban", "DE89370400440532013000"), new("end", end),
            new("confirmed", "yes"),
        ]));
        Assert.EndsWith("/onboarding/return", left.LeadsTo, StringComparison.Ordinal);
        Assert.EndsWith("/onboarding#payouts", (await seller.GetAsync(left.LeadsTo)).LeadsTo, StringComparison.Ordinal);
    }

    private static async Task ShipAsync(Visitor nina)
    {
        var path = Shop + "/shipping";
        await DoneAsync(nina.PostAsync(path + "?handler=Profile", ("fromCountry", "DE"), ("from", "1"), ("to", "2")));
        await DoneAsync(nina.PostAsync(path + "?handler=Zone", ("name", "World"), ("places", "*")));
        var zone = PageForm.In(await nina.GetAsync(path), path).SelectMany(f => f.Fields).First(f => f.Name == "ZoneId").Value;
        await DoneAsync(nina.PostAsync(
            path + "?handler=Method", ("ZoneId", zone), ("Name", "Parcel"), ("From", "1"), ("To", "3"), ("Price[EUR]", "3.95"),
            ("IsActive", "true")));
    }

    private async Task PublishAsync(Visitor nina)
    {
        using var content = Multipart(
            nina, ("Files", "bowl.png", TestPictures.Png(400, 400)), ("act", "publish"), ("Input.Title", "Ash bowl, 20 cm"),
            ("Input.Description", "Turned from green ash, dried for a year, oiled and waxed by hand."), ("Input.CategoryId", market.Categories["mugs"]),
            ("Input.Variants[0].Sku", "BOWL-20"), ("Input.Variants[0].Prices[EUR]", "48.00"), ("Input.Variants[0].Weight", "600"),
            ("Input.Variants[0].Stock[0].Now", "3"));
        await DoneAsync(nina.SendAsync(HttpMethod.Post, Shop + "/listings/new", content));
    }

    private static MultipartFormDataContent Multipart(
        Visitor visitor, (string Field, string Name, byte[] Content) file, params (string Name, string Value)[] fields)
    {
        var content = new MultipartFormDataContent { { new ByteArrayContent(file.Content), file.Field, file.Name } };
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        var token = visitor.Token();
        content.Add(new StringContent(token.Value), token.Key);
        return content;
    }

    private static async Task<string> ProgressAsync(Visitor nina) =>
        (await nina.GetAsync(Shop + "/onboarding")).Page.QuerySelector("#s-list + span")!.TextContent;

    private static async Task DoneAsync(Task<Answer> sent)
    {
        var answer = await sent;
        var why = answer.IsHtml ? string.Join("; ", answer.Page.QuerySelectorAll(".error, [role=alert]").Select(e => e.TextContent.Trim())) : "";
        Assert.True(answer is { IsRedirect: true, IsLogin: false }, answer.Said + why);
    }
}
