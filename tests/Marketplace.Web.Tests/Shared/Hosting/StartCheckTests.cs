using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Hosting;
using Marketplace.Web.Tests.World;
using Microsoft.Extensions.Configuration;

namespace Marketplace.Web.Tests.Shared.Hosting;

public sealed class StartCheckTests
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["Stripe:SecretKey"] = "rk_live_x", ["Stripe:PlatformWebhookSecret"] = "whsec_a",
        ["Stripe:ConnectWebhookSecret"] = "whsec_b", ["Mail:Smtp:Host"] = "mail.example",
    };

    [Fact]
    public void A_complete_configuration_starts() => Assert.Empty(Missing(Complete, "https://lanes.example"));

    [Theory]
    [InlineData("Stripe:SecretKey")]
    [InlineData("Stripe:PlatformWebhookSecret")]
    [InlineData("Stripe:ConnectWebhookSecret")]
    [InlineData("Mail:Smtp:Host")]
    public void Each_setting_that_is_missing_is_named(string key)
    {
        var settings = Complete.Where(pair => pair.Key != key).ToDictionary();

        Assert.Contains(key, Assert.Single(Missing(settings, "https://lanes.example")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_https_it_does_not_start() => Assert.Single(Missing(Complete, "http://lanes.example"));

    [Fact]
    public async Task Without_setup_it_does_not_start()
    {
        await using var site = await WebSite.StartAsync();

        Assert.Contains("marketplace setup", Assert.Single(await StartCheck.MissingAsync(site.Services)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_database_of_another_version_it_does_not_start()
    {
        await using var site = await WebSite.StartAsync();
        await site.Database.ExecuteAsOwnerAsync("""
            INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20300101000000_FromTheFuture', '12.0.0')
            """);

        Assert.Contains("another version", Assert.Single(await StartCheck.MissingAsync(site.Services)), StringComparison.Ordinal);
    }

    private static List<string> Missing(Dictionary<string, string?> settings, string url) =>
        [.. StartCheck.Missing(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new PlatformOptions { Url = url })];
}
