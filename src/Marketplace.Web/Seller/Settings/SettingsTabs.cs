using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Settings;

/// <summary>The pages of a shop's settings.</summary>
public static class SettingsTabs
{
    public static readonly IReadOnlyList<(string Key, string Title, string Text, string Icon)> All =
    [
        ("profile", "Profile", "Name, pictures, what you say of the shop, and your policies.", "shop"),
        ("branding", "Colour", "One colour for your shop's pages, checked that everybody can read them.", "star"),
        ("trader", "Business details", "Who the contract is with: name, address, numbers.", "person"),
        ("terms", "Terms for shops", "What we promise each other, and the version you accepted.", "book"),
        ("domains", "Domains", "Your shop at an address of its own.", "globe"),
        ("keys", "Keys for programs", "For your own software: what it may read and change here.", "lock"),
        ("hooks", "Webhooks", "Tell a program of yours what happens here, within seconds.", "link"),
    ];

    public static IEnumerable<Link> Links(string seller, string current, IStringLocalizer<Words> words) =>
        All.Select(tab => new Link(
            words[tab.Title], $"/seller/{seller}/settings/{tab.Key}", Current: tab.Key == current));
}
