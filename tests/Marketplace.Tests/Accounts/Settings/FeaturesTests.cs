using Marketplace.Accounts.Identity.Staff;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Accounts.Settings.Features;
using Marketplace.Accounts.Settings.Model;
using Marketplace.Care.Questions;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.Care;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Accounts.Settings;

public sealed class FeaturesTests
{
    private static readonly SwitchFeature QuestionsOff = new(Feature.Questions, 0, FeatureState.Off, 0, []);

    [Fact]
    public async Task A_feature_is_on_until_it_is_switched_off_and_everybody_follows_within_five_seconds()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        Assert.True(await IsOnAsync(host));
        Assert.All((await host.SendAsync(admin, new ListFeatures())).Required(), f => Assert.Equal((FeatureState.On, 0), (f.State, f.Version)));

        (await host.SendAsync(admin, QuestionsOff)).Done();

        Assert.False(await IsOnAsync(host));
        var line = (await host.SendAsync(admin, new ListFeatures())).Required().Single(f => f.Feature == Feature.Questions);
        Assert.Equal((FeatureState.Off, host.Clock.GetUtcNow().UtcDateTime), (line.State, line.ChangedAtUtc));
        Assert.Equal("off for everybody", (await host.SendAsync(admin, new ListAudit("feature."))).Required().Items[0].Detail);

        // Another process changes it: this one reads again once its copy is old.
        await host.WithPlatformAsync(db =>
        {
            db.FeatureFlags.Single(f => f.Name == nameof(Feature.Questions)).State = FeatureState.On;
            return db.SaveChangesAsync();
        });
        Assert.False(await IsOnAsync(host));
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True(await IsOnAsync(host));
    }

    [Fact]
    public async Task Two_who_switch_at_once_do_not_overwrite_each_other()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => host.SendAsync(admin, QuestionsOff)));

        Assert.Equal(FeatureErrors.Changed, Assert.Single(both, r => !r.Ok).Error);
        Assert.Equal(FeatureErrors.Changed, (await host.SendAsync(admin, QuestionsOff)).Error);
        var version = (await host.SendAsync(admin, new ListFeatures())).Required().Single(f => f.Feature == Feature.Questions).Version;
        (await host.SendAsync(admin, QuestionsOff with { Version = version, State = FeatureState.On })).Done();
        Assert.Equal(FeatureErrors.Changed, (await host.SendAsync(admin, QuestionsOff with { Version = version })).Error);
    }

    [Fact]
    public async Task Wrong_switches_are_refused()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();

        Assert.Equal("feature.no-seller", (await host.SendAsync(admin, QuestionsOff with { Sellers = ["nobody"] })).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(admin, QuestionsOff with { Percent = 101 })).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(admin, QuestionsOff with { State = (FeatureState)9 })).Error?.Code);
    }

    [Fact]
    public void A_part_of_the_buyers_is_about_that_part_and_only_grows_with_it()
    {
        FeatureFlag At(int percent) => new() { Name = nameof(Feature.Questions), State = FeatureState.Some, Percent = percent };
        var buyers = Enumerable.Range(0, 4000).Select(i => Ids.From("buyer", $"{i}")).ToList();

        var (tenth, fifth) = (buyers.Where(b => At(10).IsOn(null, b)).ToList(), buyers.Where(b => At(20).IsOn(null, b)).ToHashSet());

        Assert.InRange(tenth.Count, 320, 480);
        Assert.All(tenth, b => Assert.Contains(b, fifth));
        Assert.DoesNotContain(buyers, b => At(0).IsOn(null, b));
        Assert.All(buyers, b => Assert.True(At(100).IsOn(null, b)));
        Assert.False(At(100).IsOn(null, null));
    }

    [Fact]
    public async Task Questions_are_asked_where_they_are_on_and_refused_where_they_are_off()
    {
        await using var world = await CareWorld.OpenAsync();
        var (admin, ask) = (await world.Host.AdminAsync(), new AskQuestion(CareWorld.MugListing, "Does it fit under a machine?"));
        (await world.Host.SendAsync(admin, QuestionsOff)).Done();

        Assert.Equal(FeatureErrors.Off, (await world.Host.SendAsync(world.Ned, ask)).Error);
        Assert.Empty((await world.Host.SendAsync(world.Potter, new ListOpenQuestions())).Required());

        (await world.Host.SendAsync(admin, QuestionsOff with { Version = 1, State = FeatureState.Some, Percent = 100 })).Done();
        (await world.Host.SendAsync(world.Ned, ask)).Done();
        Assert.Single((await world.Host.SendAsync(world.Potter, new ListOpenQuestions())).Required());
    }

    [Fact]
    public async Task Named_shops_practise_and_the_others_do_not()
    {
        await using var world = await CareWorld.OpenAsync();
        var admin = await world.Host.AdminAsync();
        (await world.Host.SendAsync(world.Potter, new EnterPractice())).Done();

        (await world.Host.SendAsync(admin, new SwitchFeature(Feature.Practice, 0, FeatureState.Some, 0, []))).Done();
        Assert.Equal(FeatureErrors.Off, (await world.Host.SendAsync(world.Potter, new EnterPractice())).Error);
        await world.Host.WithPlatformAsync(db =>
        {
            db.FeatureFlags.Single(f => f.Name == nameof(Feature.Practice)).SellerIds = [Kiln];
            return db.SaveChangesAsync();
        });
        world.Host.Clock.Advance(TimeSpan.FromSeconds(6));
        (await world.Host.SendAsync(world.Potter, new EnterPractice())).Done();
    }

    private static ValueTask<bool> IsOnAsync(TestHost host) =>
        host.Services.GetRequiredService<IFeatures>().IsOnAsync(Feature.Questions, null, "ana", default);
}
