using Marketplace.Catalog.Listings.Review;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Moderation;

/// <summary>Why a listing waits, and which part of it differs, in words.</summary>
public static class CauseWords
{
    public static string Of(HoldCause cause, IStringLocalizer<Words> words) => cause.Reason switch
    {
        HoldReason.EveryListing => words["Every listing is looked at"],
        HoldReason.NewShop => words["The shop is new"],
        HoldReason.WatchedWord => words["Holds the watched word “{0}”", cause.Word],
        HoldReason.WasTakenDown => words["Was taken off sale"],
    };

    public static string Of(SnapshotChange change, IStringLocalizer<Words> words)
    {
        var part = change.Of switch
        {
            SnapshotPart.Title => words["Title"].Value,
            SnapshotPart.Brand => words["Brand"],
            SnapshotPart.Category => words["Category"],
            SnapshotPart.Description => words["Description"],
            SnapshotPart.SeoTitle => words["Title for search engines"],
            SnapshotPart.SeoDescription => words["Description for search engines"],
            SnapshotPart.Attribute => words["Attribute"],
            SnapshotPart.Option => words["Option"],
            SnapshotPart.Variant => words["Variant"],
        };
        return change.Name == "" ? part : $"{part} · {change.Name}";
    }
}
