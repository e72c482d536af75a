using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Sellers;

/// <summary>What the reviewer reads for the points of the checklist.</summary>
public static class SellerWords
{
    public static string Requirement(string key, IStringLocalizer<Words> words) => key switch
    {
        SellerRequirements.Plan => words["A plan, chosen"],
        SellerRequirements.Profile => words["Shop profile: tagline, story and city"],
        SellerRequirements.Address => words["Trader data: who the contract is with"],
        SellerRequirements.Terms => words["The newest seller terms, accepted"],
        SellerRequirements.PayoutAccount => words["Payout account, verified by Stripe"],
        SellerRequirements.Shipping => words["Shipping: a method that is switched on"],
        SellerRequirements.FirstListing => words["A first listing, published"],
        _ => key,
    };

    public static string Kind(TraderKind kind, IStringLocalizer<Words> words) => kind switch
    {
        TraderKind.Company => words["Company"],
        TraderKind.SoleTrader => words["Sole trader"],
        TraderKind.Private => words["Private person"],
    };
}
