using Marketplace.Pictures;

// make pictures            writes every master into tenants-seed/pictures
// … --sheet                writes contact sheets into look/ instead
// … --only mug,teapot      only these motifs
var only = Option("--only")?.Split(',');
var motifs = Motifs.Load(Path.Combine(AppContext.BaseDirectory, "motifs"));
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
    var fronts = keys.Select((k, i) => (k, Palette.All[(i + (i / 8)) % 8], "front")).ToList();
    foreach (var (page, index) in fronts.Chunk(40).Select((page, index) => (page, index)))
    {
        Press.Print(Sheet.Draw(motifs, page, 8), Path.Combine(folder, $"motifs-{index + 1}.png"));
    }

    var views = keys.SelectMany((k, i) => new[] { "detail", "pair" }.Select(v => (k, Palette.All[(i + 3) % 8], v)));
    foreach (var (page, index) in views.Chunk(48).Select((page, index) => (page, index)))
    {
        Press.Print(Sheet.Draw(motifs, page, 8), Path.Combine(folder, $"views-{index + 1}.png"));
    }
}

void WriteMasters()
{
    var folder = Directory.CreateDirectory(Option("--out") ?? "tenants-seed/pictures").FullName;
    long bytes = 0;
    var plan = Plan.Masters(motifs.Keys, keys).ToList();
    Parallel.ForEach(plan, master =>
    {
        var (key, palette, view) = master;
        var name = view is "front" ? $"{key}-{palette.Key}.webp" : $"{key}-{palette.Key}-{view}.webp";
        var size = Press.Print(Scene.Draw(motifs, key, palette, view, 960), Path.Combine(folder, name));
        Interlocked.Add(ref bytes, size);
    });

    Console.WriteLine(FormattableString.Invariant($"{plan.Count} pictures, {bytes / 1048576.0:0.0} MB in {folder}"));
}

string? Option(string name)
{
    var index = Array.IndexOf(args, name);
    return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
}
