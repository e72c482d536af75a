using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;

namespace Marketplace.Catalog.Exchange;

/// <param name="Draft">Null when an error stands in its way.</param>
internal sealed record PlannedListing(ImportPlanned? Planned, IReadOnlyList<FieldChange> Changes, IReadOnlyList<RowProblem> Problems);

/// <summary>The rows of one listing laid over what is there: the draft to save, and what is wrong. Pure.</summary>
internal sealed class ListingPlan(ImportSetting setting, CategoryTree tree, Func<string, string?> knownPicture)
{
    private readonly List<RowProblem> _problems = [];
    private readonly List<string> _sources = [];

    public PlannedListing Of(RowGroup group, OwnListing? existing)
    {
        var (rows, before) = (group.Rows, existing?.Draft);
        _problems.AddRange(rows.SelectMany(r => r.CellProblems));
        var title = First(rows, ImportFields.Title) ?? before?.Title ?? "";
        if (title.Length == 0 && _problems.Count == 0) _problems.Add(RowProblems.MissingTitle(group.First.Line));
        var names = OptionNames(rows, before);
        var category = CategoryOf(rows) ?? before?.CategoryId ?? setting.Options.CategoryId;
        var variants = Variants(group, before, names);
        var draft = new ListingDraft(
            title, DescriptionOf(rows) ?? before?.Description ?? "", First(rows, ImportFields.Brand) ?? before?.Brand ?? "", category,
            AttributesOf(rows) ?? before?.Attributes ?? new Dictionary<string, IReadOnlyList<string>>(),
            OptionsOf(rows, names, variants, before), variants, PicturesOf(rows, title, before),
            First(rows, ImportFields.SeoTitle) ?? before?.SeoTitle ?? "", First(rows, ImportFields.SeoDescription)
                ?? before?.SeoDescription ?? "");
        if (_problems.All(p => p.IsWarning)) draft = Validated(draft, group.First.Line);
        if (_problems.Any(p => !p.IsWarning)) return new PlannedListing(null, [], _problems);

        var (publish, pause) = StateOf(rows, existing);
        var changes = ListingDiff.Between(before, draft, tree);
        if (existing is not null && changes.Count == 0 && publish && existing.State == ListingState.Draft)
            changes = [new FieldChange(ImportFields.State, "", nameof(ListingState.Draft), nameof(ListingState.Published))];
        return new PlannedListing(new ImportPlanned(draft, publish, pause, _sources), changes, _problems);
    }

    private static string? First(IEnumerable<ImportRow> rows, string field) => rows.Select(r => r.Text(field))
        .FirstOrDefault(t => t.Length > 0);

    private string? DescriptionOf(List<ImportRow> rows)
    {
        if (First(rows, ImportFields.Description) is not { } text) return null;
        // Our own exports hold what the seller typed, also where it looks like HTML.
        return setting.Kind == ImportKind.Own ? text.ReplaceLineEndings("\n") : HtmlText.From(text);
    }

    private string? CategoryOf(List<ImportRow> rows)
    {
        var row = rows.FirstOrDefault(r => r.Text(ImportFields.Category).Length > 0);
        if (row is null) return null;
        var text = row.Text(ImportFields.Category);
        if (CategoryWords.Find(tree, text) is { } found) return found;
        if (setting.Options.CategoryId is { } fallback) return fallback;
        _problems.Add(RowProblems.UnknownCategory(row.Line, row.Column(ImportFields.Category), text));
        return null;
    }

    private Dictionary<string, IReadOnlyList<string>>? AttributesOf(List<ImportRow> rows)
    {
        var row = rows.FirstOrDefault(r => r.Text(ImportFields.Attributes).Length > 0);
        if (row is null) return null;
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var part in row.Text(ImportFields.Attributes)
            .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } code, var values])
                found[code] = [.. values.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            else _problems.Add(RowProblems.NotAnAttribute(row.Line, row.Column(ImportFields.Attributes), part));
        }

        return found;
    }

    private static List<string> OptionNames(List<ImportRow> rows, ListingDraft? before)
    {
        var names = Enumerable.Range(1, OwnCatalog.MaximumOptions).Select(n => First(rows, ImportFields.OptionName(n)))
            .OfType<string>().ToList();
        // Shopify gives a listing without options one of this name.
        if (names is ["Title"] && rows.All(r => r.Text(ImportFields.OptionValue(1)) is "" or "Default Title")) names = [];
        return names.Count == 0 && before is not null ? [.. before.Options.Select(o => o.Name)] : names;
    }

    private List<VariantDraft> Variants(RowGroup group, ListingDraft? before, List<string> names)
    {
        var (plan, variants) = (new VariantPlan(setting, _problems), before?.Variants.ToList() ?? []);
        foreach (var row in group.Rows.Where((r, i) => RowGroup.IsVariant(r, setting.Kind)))
        {
            var values = names.Select((_, i) => row.Text(ImportFields.OptionValue(i + 1))).ToList();
            var sku = row.Text(ImportFields.Sku) is { Length: > 0 } own ? own : SkuFrom(group, values);
            if (sku is null)
            {
                _problems.Add(RowProblems.MissingSku(row.Line));
                continue;
            }

            var at = variants.FindIndex(v => string.Equals(v.Sku, sku, StringComparison.OrdinalIgnoreCase));
            var old = at < 0 ? null : variants[at];
            if (values.All(v => v.Length == 0) && old is not null) values = [.. old.OptionValues];
            if (values.FindIndex(v =>
                v.Length == 0) is >= 0 and var missing) _problems.Add(RowProblems.MissingOption(row.Line, names[missing]));
            var made = plan.Of(row, old?.Sku ?? sku, values, old, text => PictureOf(row, ImportFields.VariantImage, text));
            if (at < 0) variants.Add(made);
            else variants[at] = made;
        }

        return variants;
    }

    private static string? SkuFrom(RowGroup group, List<string> values)
    {
        if (group.Key.StartsWith("line:", StringComparison.Ordinal)) return null;
        var sku = Slug.From(string.Join(' ', values.Prepend(group.Key.Split(':')[^1])), 64).ToUpperInvariant();
        return sku.Length == 0 ? null : sku;
    }

    private static List<ListingOption> OptionsOf(List<ImportRow> rows, List<string> names, List<VariantDraft> variants,
        ListingDraft? before) =>
        [.. names.Select((name, i) =>
        {
            var old = before?.Options.FirstOrDefault(o => string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase));
            var said = First(rows, ImportFields.OptionValues(i + 1))?.Split('|',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var used = variants.Where(v => i < v.OptionValues.Count).Select(v => v.OptionValues[i]).Where(v => v.Length > 0);
            return new ListingOption(
                old?.Name ?? name, [.. (said ?? []).Union(old?.Values ?? [], StringComparer.Ordinal)
                    .Union(used, StringComparer.Ordinal)], old?.AttributeCode);
        })];

    private List<ListingPicture> PicturesOf(List<ImportRow> rows, string title, ListingDraft? before)
    {
        var pictures = new List<ListingPicture>();
        foreach (var row in rows.Where(r => r.Text(ImportFields.Images).Length > 0))
        {
            var images = PictureSource.Split(row.Text(ImportFields.Images), setting.Kind);
            // The text of one picture may have commas.
            var alts = PictureSource.Split(row.Text(ImportFields.ImageAlts), ImportKind.Own);
            foreach (var (image, i) in images.Select((x, i) => (x, i)))
            {
                var found = PictureOf(row, ImportFields.Images, image);
                if (found.Length == 0 || pictures.Count == OwnCatalog.MaximumPictures || pictures.Any(p => p.Ref == found)) continue;
                var alt = i < alts.Count ? alts[i] : before?.Pictures.FirstOrDefault(p => p.Ref == found)?.Alt ?? title;
                pictures.Add(new ListingPicture(found, alt.Length <= 200 ? alt : alt[..200]));
            }
        }

        return pictures.Count == 0 && before is not null ? [.. before.Pictures] : pictures;
    }

    /// <summary>The picture's hash when it is known, else a mark that stands for it until it is fetched; "" when it is none.</summary>
    private string PictureOf(ImportRow row, string field, string source)
    {
        if (PictureSource.Form(source) is null)
        {
            _problems.Add(RowProblems.NotAnAddress(row.Line, row.Column(field), source));
            return "";
        }

        if (knownPicture(source) is { } known) return known;
        var at = _sources.IndexOf(source);
        if (at < 0)
        {
            at = _sources.Count;
            _sources.Add(source);
        }

        return PictureSource.Mark(at);
    }

    private (bool Publish, bool Pause) StateOf(List<ImportRow> rows, OwnListing? existing)
    {
        if (existing is { State: ListingState.Paused or ListingState.Archived }) return (false, false);
        // Buyers see the change of what they see already.
        if (existing is { State: ListingState.Published }) return (true, false);
        if (!setting.Options.Publish) return (false, false);
        var said = First(rows, ImportFields.State)?.ToLowerInvariant();
        if (said is null) return (existing is null, false);
        return said is "published" or "active" or "true" or "1" or "yes" ? (true, false) : (said == "paused", said == "paused");
    }

    /// <summary>By the rules of saving, and with the values as saving keeps them, so that a repeat finds no difference.</summary>
    private ListingDraft Validated(ListingDraft draft, int line)
    {
        var (values, wrong) = AttributeValues.Read(draft.Attributes, tree.AttributesOf(draft.CategoryId));
        foreach (var message in new ListingDraftValidator().Validate(draft).Errors.Select(e => e.ErrorMessage)
                     .Concat(wrong.Values.Select(p => p[0])).Distinct(StringComparer.Ordinal))
            _problems.Add(RowProblems.CannotBeSaved(line, message));
        return draft with { Attributes = values.ToDictionary(v => v.Key, v => (IReadOnlyList<string>)v.Value, StringComparer.Ordinal) };
    }
}
