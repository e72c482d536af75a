using Marketplace.App.Seeding.Model;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Commissions;

namespace Marketplace.App.Seeding.Steps;

/// <summary>The commission rules, in their order.</summary>
internal sealed class SeedCommissions(SeedSender sender)
{
    public async Task RunAsync(DemoWorld world, CategoryTree tree, CancellationToken cancellation)
    {
        var there = (await sender.AskAsync(Caller.System, new ListCommissionRules(), cancellation))
            .Where(r => r.Id is not null).Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in world.Platform.Commissions.Rules.OrderBy(r => r.Order))
        {
            var name = NameOf(rule);
            if (there.Contains(name)) continue;
            await sender.SendAsync(Caller.System, new SetCommissionRule(
                null, name, rule.Seller is null ? null : SeedIds.Seller(rule.Seller),
                rule.Category is null ? null : tree.FindBySlug(rule.Category)!.Id, rule.RateBps), cancellation);
        }
    }

    private static string NameOf(CommissionSeed rule) =>
        (rule.Seller ?? rule.Category) is { } whom ? $"{rule.Note} ({whom})" : rule.Note;
}
