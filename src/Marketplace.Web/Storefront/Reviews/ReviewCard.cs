using Marketplace.Care;
using Marketplace.Care.Reviews;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Reviews;

/// <summary>A review as pages show it.</summary>
/// <param name="About">The listing, where the page is not the listing's.</param>
public sealed record ReviewCard(
    string Id, int Stars, string Title, string Text, string Author, string Options, IReadOnlyList<string> Photos, DateTime AtUtc,
    bool IsEdited, int Helpful, string Shop, string? Reply, DateTime? ReplyAtUtc, string? About = null, string? AboutHref = null)
{
    /// <summary>In the list of a listing it leads to its own page, where one can say that it helped, or report it.</summary>
    public bool IsAlone { get; init; }

    public static ReviewCard Of(ShownReview r, string shop) => new(
        r.Id, r.Stars, r.Title, r.Text, r.Author, r.Options, r.Photos, r.AtUtc, r.IsEdited, r.HelpfulCount, shop, r.Reply, r.ReplyAtUtc);

    public static ReviewCard Of(ReviewView r, string shop, bool withListing = false) => new(
        r.ReviewId, r.Stars, r.Title, r.Text, r.Author, r.Options, r.Photos, r.WrittenAtUtc, r.IsEdited, r.HelpfulCount, shop,
        r.Reply, r.ReplyAtUtc, withListing ? r.ListingTitle : null, withListing ? "/p/" + r.Slug : null);
}

public static class ReportWords
{
    public static string Of(ReportReason reason, IStringLocalizer<Words> words) => reason switch
    {
        ReportReason.Insulting => words["It insults or threatens"],
        ReportReason.Untrue => words["It is not true"],
        ReportReason.Advertising => words["It advertises something"],
        ReportReason.PersonalData => words["It names a person, an address or a number"],
        ReportReason.NotAboutTheGoods => words["It is not about the goods"],
        ReportReason.Illegal => words["It is against the law"],
        ReportReason.Other => words["Something else"],
    };

    public static IEnumerable<Choice> Choices(IStringLocalizer<Words> words) =>
        Enum.GetValues<ReportReason>().Select(reason => new Choice(reason.ToString(), Of(reason, words)));
}
