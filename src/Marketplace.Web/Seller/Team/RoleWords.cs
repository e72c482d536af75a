using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Team;

/// <summary>The roles of a team, and what each may do.</summary>
public static class RoleWords
{
    public static readonly IReadOnlyList<SellerRole> All = Enum.GetValues<SellerRole>();

    /// <summary>What can be allowed, in words.</summary>
    public static IEnumerable<(string Permission, string What)> Permissions(IStringLocalizer<Words> words) =>
    [
        (SellerPermissions.Member, words["See the first page and where the shop stands"]),
        (SellerPermissions.Listings, words["Write, publish and pause listings"]),
        (SellerPermissions.Stock, words["Count and move stock"]),
        (SellerPermissions.Orders, words["Accept, ship, cancel and refund orders, and answer buyers"]),
        (SellerPermissions.Shipping, words["Set shipping prices and times"]),
        (SellerPermissions.Money, words["See money and statements, and say where payouts go"]),
        (SellerPermissions.Settings, words["Change the shop's name, look, details and domains"]),
        (SellerPermissions.Team, words["Invite and remove people, change roles, read the activity"]),
    ];

    public static bool May(SellerRole role, string permission) => SellerPermissions.Of(role).Contains(permission);

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

    public static string Means(SellerRole role, IStringLocalizer<Words> words) => role switch
    {
        SellerRole.Owner => words["Everything, team and settings too"],
        SellerRole.Catalog => words["Listings, stock, reviews and questions"],
        SellerRole.Orders => words["Orders, messages, shipping and stock"],
        SellerRole.Finance => words["Money and statements"],
        SellerRole.Support => words["Orders, messages, reviews and questions"],
    };
}
