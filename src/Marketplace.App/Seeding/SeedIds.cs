using Marketplace.Kernel.Values;

namespace Marketplace.App.Seeding;

/// <summary>Ids that follow from names, so that a repeat finds what the first run made.</summary>
public static class SeedIds
{
    public static string Seller(string slug) => Ids.From("demo", "seller", slug);

    public static string Person(string email) => Ids.From("demo", "person", email);
}
