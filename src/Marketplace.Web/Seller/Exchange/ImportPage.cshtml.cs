using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Exchange;

/// <summary>One import from its columns to its end: each state shows what there is to decide, and nothing else.</summary>
[RequestFormLimits(ValueCountLimit = 1024)]
public sealed class ImportPage(ISender sender, ISettings settings, IStringLocalizer<Words> words) : PageModel
{
    [FromRoute]
    public string Seller { get; set; } = "";

    [FromRoute]
    public string Import { get; set; } = "";

    [BindProperty]
    public ColumnsInput Input { get; set; } = new();

    public ImportView Run { get; private set; } = null!;

    public Page<ImportItemView> Items { get; private set; } = new([], null);

    public ImportOutcome? Shown { get; private set; }

    public IReadOnlyList<string> Currencies { get; private set; } = [];

    public IReadOnlyList<Choice> Fields { get; private set; } = [];

    public IReadOnlyList<Choice> Categories { get; private set; } = [];

    public ImportWording Wording { get; } = new(words);

    public bool AsksForColumns => Run.State is ImportState.Columns or ImportState.Failed;

    public async Task<IActionResult> OnGetAsync(string? show = null, string? after = null)
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        Input = ColumnsInput.From(Run);
        if (AsksForColumns || Run.IsWorking) return Page();
        Shown = Enum.TryParse<ImportOutcome>(show, true, out var known) && Enum.IsDefined(known) ? known : FirstOf();
        var items = await sender.Send(
            new ListImportItems(Run.Id, Shown, After: string.IsNullOrWhiteSpace(after) ? null : after), HttpContext.RequestAborted);
        if (!items.Ok) return this.Refused(items.Error);
        Items = items.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync()
    {
        var options = new ImportOptions(
            Input.CurrencyCode ?? "", Input.DecimalComma, string.IsNullOrEmpty(Input.CategoryId) ? null : Input.CategoryId, Input.Publish);
        var begun = await sender.Send(new CheckImport(Import, Input.Columns, options), HttpContext.RequestAborted);
        if (!begun.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(begun.Error);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostConfirmAsync() =>
        await AnswerAsync(await sender.Send(new ConfirmImport(Import), HttpContext.RequestAborted), words["The import has begun."]);

    public async Task<IActionResult> OnPostUndoAsync() =>
        await AnswerAsync(await sender.Send(new UndoImport(Import), HttpContext.RequestAborted), words["The import is being undone."]);

    public async Task<IActionResult> OnGetProblemsAsync()
    {
        var found = await sender.Send(new GetImport(Import), HttpContext.RequestAborted);
        return found.Ok ? new ProblemsFile(sender, Import, "to-mend.csv", Wording) : this.Refused(found.Error);
    }

    public int CountOf(ImportOutcome outcome) => Run.Counts.GetValueOrDefault(outcome);

    public int CountOf(ImportStep step) => Run.Steps.GetValueOrDefault(step);

    /// <summary>What there is most to say about.</summary>
    private ImportOutcome? FirstOf() => ((ImportOutcome[])[ImportOutcome.Error, ImportOutcome.Changed, ImportOutcome.New])
        .Where(o => CountOf(o) > 0).Select(o => (ImportOutcome?)o).FirstOrDefault();

    private async Task<IActionResult> AnswerAsync(Result done, string said)
    {
        if (!done.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(done.Error);
        this.Say(said);
        return RedirectToPage();
    }

    private async Task<Error?> ReadAsync()
    {
        var found = await sender.Send(new GetImport(Import), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        Run = found.Value;
        var tree = (await sender.Send(new GetCategoryTree(), HttpContext.RequestAborted)).Required();
        var places = await sender.Send(new ListLocations(), HttpContext.RequestAborted);
        if (!places.Ok) return places.Error;
        Currencies = (await settings.GetAsync(HttpContext.RequestAborted)).Currencies;
        Fields = [.. Wording.Choices(Currencies, places.Value.Select(p => p.Name), Run.Columns.Select(c => c.Field))];
        Categories = [.. tree.All.Where(c => !tree.ChildrenOf(c.Id).Any())
            .Select(c => new Choice(c.Id, string.Join(" › ", tree.PathTo(c.Id).Select(p => p.Name))))
                .OrderBy(c => c.Text, StringComparer.CurrentCulture)];
        return null;
    }

    public sealed class ColumnsInput
    {
        public List<string?> Columns { get; set; } = [];
        public string? CurrencyCode { get; set; }
        public bool DecimalComma { get; set; }
        public string? CategoryId { get; set; }
        public bool Publish { get; set; }

        internal static ColumnsInput From(ImportView run) => new()
        {
            Columns = [.. run.Columns.Select(c => c.Field)], CurrencyCode = run.Options.CurrencyCode,
            DecimalComma = run.Options.DecimalComma, CategoryId = run.Options.CategoryId, Publish = run.Options.Publish,
        };
    }
}
