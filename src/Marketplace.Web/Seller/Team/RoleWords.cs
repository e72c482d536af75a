using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Team;

/// <summary>The roles of a team, and what each may do.</summary>
public static class RoleWords
{
    public static string Of(SellerRole role, IStringLocalizer<Words> words) => role switch
    {
        SellerRole.Owner => words["Owner"],
        SellerRole.Catalog => words["Catalogue"],
        SellerRole.Orders => words["Orders"],
        SellerRole.Finance => words["Finance"],
        SellerRole.Support => words["Support"],
    };

    public static IEnumerable<Choice> Choices(IStringLocalizer<Words> words) =>
        Enum.GetValues<SellerRole>().Select(role => new Choice(role.ToString(), Of(role, words), Means(role, words)));

    private static string Means(SellerRole role, IStringLocalizer<Words> words) => role switch
    {
        SellerRole.Owner => words["Everything, team and settings too"],
        SellerRole.Catalog => words["Listings, stock, reviews and questions"],
        SellerRole.Orders => words["Orders, messages, shipping and stock"],
        SellerRole.Finance => words["Money and statements"],
        SellerRole.Support => words["Orders, messages, reviews and questions"],
    };
}
