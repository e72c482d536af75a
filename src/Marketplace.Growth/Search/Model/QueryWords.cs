namespace Marketplace.Growth.Search.Model;

/// <summary>
/// What English shoppers mean by a word. Single words only: synonyms of several words upset "enough of the words must
/// match" in every engine. All words here are folded and singular; adapters stem both sides.
/// </summary>
internal static class QueryWords
{
    private static readonly string[][] Groups =
    [
        ["laptop", "notebook"],
        ["tv", "television"],
        ["pc", "computer", "desktop"],
        ["earphone", "headphone", "earbud", "headset"],
        ["flashlight", "torch"],
        ["smartphone", "cellphone", "phone", "mobile"],
        ["sofa", "couch"],
        ["sneaker", "trainer"],
        ["jumper", "sweater", "pullover"],
        ["trousers", "pants"],
        ["hoover", "vacuum"],
        ["mug", "cup"],
        ["rug", "carpet"],
        ["backpack", "rucksack"],
        ["bike", "bicycle"],
        ["cord", "cable"],
        ["monitor", "display"],
        ["present", "gift"],
        ["jewelry", "jewellery"],
        ["color", "colour"],
        ["gray", "grey"],
        ["bulb", "lamp"],
        ["speaker", "loudspeaker"],
    ];

    private static readonly Dictionary<string, string[]> Synonyms = Groups
        .SelectMany(group => group.Select(word => (word, Others: group.Where(w => w != word).ToArray())))
        .ToDictionary(g => g.word, g => g.Others, StringComparer.Ordinal);

    private static readonly HashSet<string> Accessories = new(StringComparer.Ordinal)
    {
        "accessory", "accessories", "adapter", "adapters", "bag", "bags", "battery", "batteries", "bracket", "cable",
        "cables", "cartridge", "cartridges", "case", "cases", "charger", "chargers", "cord", "cords", "cover",
        "covers", "dock", "docking", "filter", "filters", "for", "holder", "holders", "kit", "mount", "mounts", "pad",
        "pads", "part", "parts", "protector", "rack", "racks", "refill", "refills", "replacement", "sleeve",
        "sleeves", "spare", "stand", "stands", "strap", "straps", "supplies", "toner",
    };

    /// <summary>Other words for the same thing; empty for most. Plural as typed is tried as singular.</summary>
    public static IReadOnlyList<string> SynonymsOf(string word) =>
        Synonyms.TryGetValue(word, out var found) ? found
        : word.EndsWith('s') && Synonyms.TryGetValue(word[..^1], out var singular) ? singular
        : [];

    /// <summary>
    /// True when a text names something that goes with another thing. A listing that does sinks a little for a query
    /// that does not: who types "laptop" wants a laptop before bags for one.
    /// </summary>
    public static bool NameAccessory(IEnumerable<string> words) => words.Any(Accessories.Contains);
}
