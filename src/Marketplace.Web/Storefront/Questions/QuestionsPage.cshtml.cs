using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Care.Questions;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront.Questions;

/// <summary>A listing's answered questions, and the place to ask one.</summary>
public sealed class QuestionsPage(
    ISender sender, ICurrentMarket market, CurrentPerson person, CallerAccessor caller, IFeatures features,
    IOptions<PlatformOptions> platform, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    public ProductPage Product { get; private set; } = null!;

    public AnsweredPage Answered { get; private set; } = null!;

    public bool IsSignedIn => person.Person is not null;

    public bool CanAsk { get; private set; }

    public string Path => Product.Url + "/questions";

    public string Canonical => platform.Value.Url + Path;

    public async Task<IActionResult> OnGetAsync(string address, int page = 1)
    {
        if (await ReadAsync(address, page) is { } error) return this.Refused(error);
        return $"{Product.Slug}-{Product.ShortId}" == address ? Page() : RedirectPermanent(Path);
    }

    public async Task<IActionResult> OnPostAsync(string address)
    {
        if (!IsSignedIn) return LocalRedirect("/login?returnUrl=" + Uri.EscapeDataString($"/p/{address}/questions"));
        if (await ReadAsync(address, 1) is { } error) return this.Refused(error);
        var asked = await sender.Send(new AskQuestion(Product.ListingId, Input.Text ?? ""), HttpContext.RequestAborted);
        if (!asked.Ok) return this.Again(asked.Error);
        this.Say(words["The shop has your question. You get a mail when it answers, and then everybody can read both."]);
        return LocalRedirect(Path);
    }

    private async Task<Error?> ReadAsync(string address, int page)
    {
        var found = await sender.Send(
            new GetProductPage(address[(address.LastIndexOf('-') + 1)..], market.Market), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        Product = found.Value;
        CanAsk = await features.IsOnAsync(
            Feature.Questions, Product.TenantId, caller.Caller.BuyerId, HttpContext.RequestAborted);
        var answered = await sender.Send(new ListAnsweredQuestions(Product.ListingId, page), HttpContext.RequestAborted);
        if (answered.Ok) Answered = answered.Value;
        return answered.Error;
    }
}

public sealed class QuestionInput
{
    public string? Text { get; set; }
}
