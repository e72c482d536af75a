using Marketplace.Load;

// serve URL                         the bare framework: what the machine gives at best
// links URL                         addresses of products that can be bought
// cookie URL                        a cookie header of a guest with something in the basket
// buy URL SECONDS GUESTS            whole purchases of two items from two shops
// buy-bare URL SECONDS GUESTS BYTES as many requests of the same kinds to the bare framework
return args switch
{
    ["serve", var url] => await Bare.ServeAsync(url),
    ["links", var url] => await Purchases.PrintLinksAsync(url),
    ["cookie", var url] => await Purchases.PrintCookieAsync(url),
    ["buy", var url, var seconds, var guests] =>
        await Crowd.RunAsync(int.Parse(seconds), int.Parse(guests), await Purchases.ReadyAsync(url)),
    ["buy-bare", var url, var seconds, var guests, var bytes] =>
        await Crowd.RunAsync(int.Parse(seconds), int.Parse(guests), Bare.Purchase(url, int.Parse(bytes))),
    _ => 64,
};
