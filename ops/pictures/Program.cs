using System.Globalization;
using Marketplace.Pictures;

// make pictures            writes every master into tenants-seed/pictures
// … --sheet                writes contact sheets into look/ instead
// … --sheet --size 320     … with larger cells
// … --only mug,teapot      only these motifs
var only = Option("--only")?.Split(',');
var motifs = Motifs.Load(Path.Combine(AppContext.BaseDirectory, "motifs"));
var marks = Motifs.Load(Path.Combine(AppContext.BaseDirectory, "marks"));
var banners = Banner.Read(Path.Combine(AppContext.BaseDirectory, "banners.txt"));
var keys = motifs.Keys.Where(k => only is null || only.Contains(k)).ToList();

if (args.Contains("--sheet"))
{
    WriteSheets();
}
else
{
    WriteMasters();
}

return 0;

void WriteSheets()
{
    var folder = Directory.CreateDirectory(Option("--out") ?? "look").FullName;
    var size = int.Parse(Option("--size") ?? "160", CultureInfo.InvariantCulture);
    var columns = Math.Max(1, 1340 / (size + 8));
    Write("motifs", keys.Select((k, i) => (k, Palette.All[(i + (i / 8)) % 8], "front")));
    Write("views", keys.SelectMany((k, i) => new[] { "detail", "pair" }.Select(v => (k, Palette.All[(i + 3) % 8], v))));

    if (only is null)
    {
        var fronts = banners.Select(line => Banner.Draw(motifs, line)).ToList();
        Press.Print(Sheet.Stack(fronts, Banner.Width, Banner.Height, 2, 0.5), Path.Combine(folder, "banners.png"));
        var squares = marks.Keys.Select(key => Scene.Mark(marks, key)).ToList();
        Press.Print(Sheet.Stack(squares, 256, 256, 7, 0.5), Path.Combine(folder, "logos.png"));
        Press.Print(Hero.Draw(motifs), Path.Combine(folder, "hero.png"));
    }

    void Write(string name, IEnumerable<(string, Palette, string)> cells)
    {
        foreach (var (number, page) in cells.Chunk(columns * 6).Index())
        {
            Press.Print(Sheet.Draw(motifs, page, columns, size), Path.Combine(folder, $"{name}-{number + 1}.png"));
        }
    }
}

void WriteMasters()
{
    var folder = Directory.CreateDirectory(Option("--out") ?? "tenants-seed/pictures").FullName;
    if (only is null)
    {
        // A motif or view that is gone must not stay behind as an orphan.
        Array.ForEach(Directory.GetFiles(folder, "*.webp"), File.Delete);
    }

    long bytes = 0;
    var plan = Plan.Masters(keys, Plan.Shown(Option("--seed") ?? "tenants-seed")).ToList();
    Parallel.ForEach(plan, master =>
    {
        var (key, palette, view) = master;
        var name = view is "front" ? $"{key}-{palette.Key}.webp" : $"{key}-{palette.Key}-{view}.webp";
        var size = Press.Print(Scene.Draw(motifs, key, palette, view, 960), Path.Combine(folder, name));
        Interlocked.Add(ref bytes, size);
    });

    var count = plan.Count;
    if (only is null)
    {
        var shops = ShopPictures().ToList();
        Parallel.ForEach(shops, shop =>
            Interlocked.Add(ref bytes, Press.Print(shop.Svg, Path.Combine(folder, shop.Name))));
        count += shops.Count;
    }

    Console.WriteLine(FormattableString.Invariant($"{count} pictures, {bytes / 1048576.0:0.0} MB in {folder}"));
}

IEnumerable<(string Name, string Svg)> ShopPictures()
{
    yield return ("hero.webp", Hero.Draw(motifs));
    foreach (var (index, line) in banners.Index())
    {
        yield return ($"banner-{index + 1}.webp", Banner.Draw(motifs, line));
    }

    foreach (var (index, key) in marks.Keys.Index())
    {
        yield return ($"logo-{index + 1}.webp", Scene.Mark(marks, key));
    }
}

string? Option(string name)
{
    var index = Array.IndexOf(args, name);
    return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
}
