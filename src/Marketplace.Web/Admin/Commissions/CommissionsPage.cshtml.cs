using System.Globalization;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Money.Commissions;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Commissions;

/// <summary>What the platform keeps of each sale: the rules in their order, the first that fits a line decides.</summary>
public sealed class CommissionsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public RuleInput Input { get; set; } = new();

    public IReadOnlyList<CommissionRuleView> Rules { get; private set; } = [];

    public IReadOnlyList<Choice> Categories { get; private set; } = [];

    /// <summary>The rule in the form; null where the form adds one.</summary>
    public CommissionRuleView? Edited { get; private set; }

    /// <param name="edit">A rule's id, or <c>default</c> for the configured default, which becomes a rule when saved.</param>
    public async Task<IActionResult> OnGetAsync(string? edit)
    {
        if (await ReadAsync(edit) is { } error) return this.Refused(error);
        if (Edited is { } rule)
            Input = new RuleInput
            {
                Id = rule.Id, Name = rule.Name, Rate = Percent.Type(rule.RateBps, CultureInfo.CurrentCulture),
                SellerSlug = rule.SellerSlug, CategoryId = rule.CategoryId, IsDefault = rule.IsDefault,
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Percent.Parse(Input.Rate, CultureInfo.CurrentCulture) is not { } bps)
            return await AgainAsync(Error.InvalidField("commission.rate", nameof(Input.Rate), words["A percentage, like 12 or 8.5."]));
        var (slug, category) = Input.IsDefault ? (null, null) : (Input.SellerSlug, Input.CategoryId);
        if (!Input.IsDefault && string.IsNullOrWhiteSpace(slug) && string.IsNullOrEmpty(category) && Input.Id is not { Length: > 0 })
            return await AgainAsync(Error.InvalidField(
                "commission.no-scope", nameof(Input.SellerSlug), words["Name a seller or a category; the default is for all the others."]));
        var saved = await sender.Send(
            new SetCommissionRule(
                Input.Id is { Length: > 0 } id ? id : null, Input.Name ?? "", null, category is { Length: > 0 } ? category : null,
                bps, slug), HttpContext.RequestAborted);
        if (!saved.Ok) return await AgainAsync(saved.Error);
        this.Say(words["The rule holds for orders from now on."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostMoveAsync(string? id, bool up) => After(
        await sender.Send(new MoveCommissionRule(id ?? "", up), HttpContext.RequestAborted), words["Moved."]);

    public async Task<IActionResult> OnPostEndAsync(string? id) => After(
        await sender.Send(new RemoveCommissionRule(id ?? ""), HttpContext.RequestAborted),
        words["The rule has ended. Orders placed keep what they were sold under."]);

    private IActionResult After(Result done, string said)
    {
        if (!done.Ok) return this.Refused(done.Error);
        this.Say(said);
        return RedirectToPage();
    }

    private async Task<IActionResult> AgainAsync(Error wrong)
    {
        if (wrong.Fields is { } fields && fields.TryGetValue(nameof(SetCommissionRule.RateBps), out var rate))
            wrong = Error.InvalidField(wrong.Code, nameof(Input.Rate), rate[0]);
        var edit = Input.Id ?? (Input.IsDefault ? RuleInput.Default : null);
        return await ReadAsync(edit) is { } error ? this.Refused(error) : this.Again(wrong);
    }

    private async Task<Error?> ReadAsync(string? edit)
    {
        var rules = await sender.Send(new ListCommissionRules(), HttpContext.RequestAborted);
        if (!rules.Ok) return rules.Error;
        var tree = await sender.Send(new GetCategoryTree(), HttpContext.RequestAborted);
        if (!tree.Ok) return tree.Error;
        Rules = rules.Value;
        Categories = [.. Flat(tree.Value, tree.Value.Roots)];
        Edited = edit is null ? null : Rules.FirstOrDefault(r => (r.Id ?? RuleInput.Default) == edit);
        return null;
    }

    private static IEnumerable<Choice> Flat(CategoryTree tree, IEnumerable<CategoryNode> nodes) => nodes.SelectMany(
        node => Flat(tree, tree.ChildrenOf(node.Id)).Prepend(new Choice(node.Id, new string('\u2003', node.Depth - 1) + node.Name)));
}

public sealed class RuleInput
{
    public const string Default = "default";

    public string? Id { get; set; }
    public bool IsDefault { get; set; }
    public string? Name { get; set; }
    public string? Rate { get; set; }
    public string? SellerSlug { get; set; }
    public string? CategoryId { get; set; }
}
