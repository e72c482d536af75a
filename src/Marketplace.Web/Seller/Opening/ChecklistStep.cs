using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Opening;

/// <summary>One point of the checklist in words, and where it is done.</summary>
/// <param name="Asked">The reviewer's words, while a change is asked for here.</param>
public sealed record ChecklistStep(string Key, int Number, bool IsMet, string? Asked, string Title, string Text, string Href)
{
    public bool IsDone => IsMet && Asked is null;

    public static IReadOnlyList<ChecklistStep> Of(Onboarding onboarding, string root, IStringLocalizer<Words> words) =>
        [.. onboarding.Checklist.Select((line, i) => Step(line, i + 1, root, words))];

    private static ChecklistStep Step(ChecklistLine line, int number, string root, IStringLocalizer<Words> words)
    {
        var (title, text, href) = line.Key switch
        {
            SellerRequirements.Plan => (
                words["Choose a plan"], words["The commission, and how many listings may be on sale. None has a monthly fee."],
                "/onboarding/plan"),
            SellerRequirements.Profile => (
                words["Introduce your shop"],
                words["A line, some sentences and your town: what buyers read first."], "/settings/profile"),
            SellerRequirements.Address => (
                words["Say who you are"],
                words["Name, address, register and contact. Buyers see it, and before it is there nothing can be published."],
                "/settings/trader"),
            SellerRequirements.Terms => (
                words["Accept the terms for shops"], words["What we promise each other; a page to read."],
                "/settings/terms"),
            SellerRequirements.PayoutAccount => (
                words["Set up your payouts"],
                words["At Stripe: who is paid, and to which bank account. About five minutes."],
                "/onboarding#payouts"),
            SellerRequirements.Shipping => (
                words["Say how you ship"], words["Where you send to, what it costs and how long it takes."], "/shipping"),
            SellerRequirements.FirstListing => (
                words["Publish your first listing"],
                words["With a picture and a price. Buyers see it when the shop opens."], "/listings/new"),
            _ => throw new InvalidOperationException($"The checklist has no words for '{line.Key}'."),
        };
        return new ChecklistStep(line.Key, number, line.IsMet, line.Asked, title.Value, text.Value, root + href);
    }
}
