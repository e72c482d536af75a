using System.Collections.Concurrent;
using System.Globalization;
using Marketplace.Load;
using Marketplace.Torture;

// Two web processes and two workers over one PostgreSQL, guests who buy without a pause, and somebody who kills one of
// the five at a time. Afterwards every guest who paid has bought once, and nobody else; `marketplace verify` comes next.
var settings = Settings.Read();
var dice = new Random(settings.Seed);
Console.WriteLine($"Seed {settings.Seed}, {settings.Rounds} rounds.");
using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
List<Node> nodes =
[
    .. settings.Webs.Select((_, i) => new Node(settings, "run", settings.FirstPort + i, http)),
    .. Enumerable.Range(2, 2).Select(i => new Node(settings, "worker", settings.FirstPort + i, http)),
];
foreach (var node in nodes) await node.StartAsync();
var server = new Server(settings);
var products = await ProductsAsync();
var (tales, stop) = (new ConcurrentBag<Tale>(), false);
var guests = Enumerable.Range(0, settings.Guests).Select(guest => Task.Run(async () =>
{
    var own = new Random(settings.Seed + guest + 1);
    for (var i = 0; !Volatile.Read(ref stop); i++)
        tales.Add(await new Buyer(settings, $"guest-{guest}-{i}@torture.example", own).BuyAsync(products));
})).ToList();

var back = new List<(string Name, TimeSpan Took, TimeSpan Shop)>();
for (var round = 1; round <= settings.Rounds; round++)
{
    await Task.Delay(dice.Next(500, 2500));
    IVictim victim = round % 10 == 0 ? server : nodes[dice.Next(nodes.Count)];
    await victim.KillAsync();
    var began = System.Diagnostics.Stopwatch.StartNew();
    var took = await victim.StartAsync();
    await http.UntilReadyAsync(settings.Webs[0], TimeSpan.FromMinutes(3));
    back.Add((victim.Name.Split(' ')[0], took, began.Elapsed));
    if (round % 10 == 0) Console.WriteLine($"{round} kills, {tales.Count} guests so far.");
}

Volatile.Write(ref stop, true);
await Task.WhenAll(guests);
// Webhooks that met a dead process come again, leases of the dead run out.
await Task.Delay(TimeSpan.FromSeconds(settings.Rest));
foreach (var node in nodes) await node.KillAsync();

foreach (var kind in back.GroupBy(b => b.Name))
{
    var times = kind.Select(b => b.Took.TotalSeconds).Order().ToList();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{kind.Key}: killed {times.Count} times, ready again after {times[times.Count / 2]:0.0} s (median), {times[^1]:0.0} s (slowest)"));
}

Console.WriteLine($"Guests: {tales.Count(t => t.Fate == Fate.Bought)} bought, {tales.Count(t => t.Fate == Fate.Refused)} were told that it is gone, "
    + $"{tales.Count(t => t.Fate == Fate.GaveUp)} gave up.");
return await CountAsync() ? 0 : 1;

async Task<IReadOnlyList<string>> ProductsAsync()
{
    using var patient = new HttpClient();
    var links = new HashSet<string>(StringComparer.Ordinal);
    foreach (var path in ShopPages.Lists) links.UnionWith(ShopPages.ProductsOn(await patient.GetStringAsync(settings.Webs[0] + path)));
    return links.Count > 1 ? [.. links.Order(StringComparer.Ordinal)] : throw new InvalidOperationException("The shop shows no products.");
}

// Whoever paid has one order, placed or given back whole; who did not has none that is placed.
async Task<bool> CountAsync()
{
    var rows = (await Shell.RunAsync(settings.Psql, "-At", "-F", "|", settings.Database, "-c",
        "SELECT \"Email\", count(*) FROM \"Orders\" WHERE \"Email\" LIKE '%@torture.example' AND \"State\" IN ('Placed', 'Refunded') GROUP BY 1"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('|')).ToDictionary(l => l[0], l => int.Parse(l[1], CultureInfo.InvariantCulture));
    var wrong = tales.Where(t => rows.GetValueOrDefault(t.Email) != (t.Paid ? 1 : 0))
        .Select(t => $"{t.Email}: paid {t.Paid}, {t.Fate}, {rows.GetValueOrDefault(t.Email)} orders").ToList();
    foreach (var line in wrong) Console.WriteLine("WRONG " + line);
    Console.WriteLine($"{tales.Count(t => t.Paid)} paid, {rows.Values.Sum()} orders, {wrong.Count} of them wrong.");
    return wrong.Count == 0;
}
