using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Opening;

/// <summary>What happened in the talk about an application, and the points of the checklist in a word or two.</summary>
public static class TalkWords
{
    public static string Of(ReviewNoteKind kind, IStringLocalizer<Words> words) => kind switch
    {
        ReviewNoteKind.Word => words["wrote"],
        ReviewNoteKind.Submitted => words["sent it in for review"],
        ReviewNoteKind.ChangesRequested => words["asked for changes"],
        ReviewNoteKind.StepChanged => words["changed what was asked"],
        ReviewNoteKind.Approved => words["opened the shop"],
        ReviewNoteKind.Rejected => words["rejected the application"],
        ReviewNoteKind.Suspended => words["suspended the shop"],
        ReviewNoteKind.Reopened => words["opened the shop again"],
        ReviewNoteKind.Appealed => words["objected to the decision"],
        ReviewNoteKind.AppealDenied => words["looked again and stayed with the decision"],
    };

    public static string Step(string key, IStringLocalizer<Words> words) => key switch
    {
        SellerRequirements.Plan => words["Plan"],
        SellerRequirements.Profile => words["Shop profile"],
        SellerRequirements.Address => words["Business details"],
        SellerRequirements.Terms => words["Terms for shops"],
        SellerRequirements.PayoutAccount => words["Payouts"],
        SellerRequirements.Shipping => words["Shipping"],
        SellerRequirements.FirstListing => words["First listing"],
        _ => key,
    };
}
