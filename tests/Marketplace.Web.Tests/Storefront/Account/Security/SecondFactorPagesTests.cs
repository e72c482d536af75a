using System.Text.RegularExpressions;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Storefront.Account.Security;

/// <summary>By forms and links alone, as without JavaScript.</summary>
public sealed partial class SecondFactorPagesTests(TestMarket market) : IClassFixture<TestMarket>
{
    private const string Email = TestMarket.Mara + "@example.com";

    [Fact]
    public async Task From_the_picture_to_codes_shown_once_to_logging_in_with_both_steps()
    {
        using var mara = market.As(TestMarket.Mara);

        Assert.Equal("/account/security/app", (await mara.PostAsync("/account/security?handler=BeginApp")).LeadsTo);
        var app = await mara.GetAsync("/account/security/app");
        var key = app.Page.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.NotNull(app.Page.QuerySelector(".qr svg path"));
        var secret = await SecretAsync(key);
        var wrong = await mara.PostAsync("/account/security/app", ("Input.Code", "000000"));
        Assert.NotNull(wrong.Page.QuerySelector("#Input_Code-error"));

        Assert.Equal(
            "/account/security/codes", (await mara.PostAsync("/account/security/app", ("Input.Code", Code(secret, 0)))).LeadsTo);
        var codes = (await mara.GetAsync("/account/security/codes")).Page.QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal("/account/security", (await mara.GetAsync("/account/security/codes")).LeadsTo);

        using var elsewhere = market.As(null);
        var first = await elsewhere.PostAsync(
            "/login", ("Input.Email", Email), ("Input.Password", TestMarket.Password), ("returnUrl", "/account/details"));
        Assert.Equal("/login/second?returnUrl=%2Faccount%2Fdetails", first.LeadsTo);
        Assert.True((await elsewhere.GetAsync("/account")).IsLogin);
        var refused = await elsewhere.PostAsync("/login/second", ("Input.Code", "000000"));
        Assert.NotNull(refused.Page.QuerySelector("#Input_Code-error"));
        var done = await elsewhere.PostAsync("/login/second", ("Input.Code", Code(secret, 1)), ("returnUrl", "/account/details"));
        Assert.Equal("/account/details", done.LeadsTo);
        Assert.Equal(200, (await elsewhere.GetAsync("/account/details")).Code);

        // From here she ends the other device.
        var listed = await elsewhere.GetAsync("/account/sessions");
        Assert.Contains("This device", listed.Body, StringComparison.Ordinal);
        // The page's own token: the visitor's was made before they signed in.
        var token = listed.Page.QuerySelector("form [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.True((await elsewhere.SendAsync(
            HttpMethod.Post, "/account/sessions?handler=EndOthers",
            new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]))).IsRedirect);
        Assert.True((await mara.GetAsync("/account")).IsLogin);
    }

    [Fact]
    public async Task Without_the_first_step_the_second_leads_back_to_it()
    {
        using var nobody = market.As(null);

        Assert.StartsWith("/login?", (await nobody.GetAsync("/login/second")).LeadsTo, StringComparison.Ordinal);
        Assert.StartsWith("/login?", (await nobody.PostAsync("/login/second", ("Input.Code", "123456"))).LeadsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_do_harm_asks_first_and_comes_back()
    {
        using var otto = market.As(TestMarket.Otto);
        await market.Site.WithPlatformAsync(db => db.Sessions.Where(s => s.Id == TestMarket.SessionOf(TestMarket.Otto))
            .ExecuteUpdateAsync(s => s.SetProperty(one => one.ProvedAtUtc, DateTime.UnixEpoch)));

        var asked = await otto.PostAsync("/account/details?handler=Email", ("Mail.Email", "otto@new.example.com"));

        Assert.Equal("/account/prove?returnUrl=%2Faccount%2Fdetails", asked.LeadsTo);
        Assert.Equal(200, (await otto.GetAsync(asked.LeadsTo)).Code);
    }

    [Fact]
    public async Task Passkeys_are_asked_for_by_a_form_that_a_script_of_our_own_opens()
    {
        using var nobody = market.As(null);

        var login = await nobody.GetAsync("/login");

        var form = login.Page.QuerySelector("form[data-passkey=get]")!;
        Assert.True(form.HasAttribute("hidden"));
        Assert.Contains("\"rpId\":\"lanes.test\"", form.GetAttribute("data-options"), StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Google", login.Body, StringComparison.Ordinal);
        var refused = await nobody.PostAsync("/login?handler=Passkey", ("credential", "{\"id\":\"AAAA\"}"), ("state", "made up"));
        Assert.Equal(400, refused.Code);
        Assert.Contains("did not work", refused.Page.QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_says_the_same_whoever_registers()
    {
        using var nobody = market.As(null);
        async Task<string> SaidAsync(string email) => Token().Replace(
            (await nobody.PostAsync(
                "/register", ("Input.Name", "Somebody"), ("Input.Email", email), ("Input.Password", "three green bottles"))).Body, "");

        var known = await SaidAsync(TestMarket.Otto + "@example.com");
        var unknown = await SaidAsync("nobody-yet@example.com");

        Assert.Contains("Look into your mail", known, StringComparison.Ordinal);
        Assert.Equal(unknown, known);
    }

    /// <summary>The key on the page is the sealed one of the database, and lies there in no readable form.</summary>
    private async Task<byte[]> SecretAsync(string key)
    {
        var kept = await market.Site.WithPlatformAsync(
            db => db.People.Where(p => p.Email == Email).Select(p => p.TotpPending).SingleAsync());
        Assert.DoesNotContain(key, kept, StringComparison.OrdinalIgnoreCase);
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits[(8 * i)..(8 * i + 8)], 2))];
    }

    /// <param name="later">Half minutes from now: the app's clock may run ahead by one.</param>
    private string Code(byte[] secret, int later) =>
        Totp.CodeAt(secret, market.Site.Clock.GetUtcNow().AddSeconds(30 * later));

    [GeneratedRegex("""(value|nonce|data-options|href)="[^"]*" """)]
    private static partial Regex Token();
}
