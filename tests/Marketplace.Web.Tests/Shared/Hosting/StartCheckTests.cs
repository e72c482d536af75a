using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Hosting;
using Microsoft.Extensions.Configuration;

namespace Marketplace.Web.Tests.Shared.Hosting;

public sealed class StartCheckTests
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["Stripe:SecretKey"] = "rk_live_x", ["Stripe:PlatformWebhookSecret"] = "whsec_a",
        ["Stripe:ConnectWebhookSecret"] = "whsec_b", ["Mail:SmtpHost"] = "mail.example",
    };

    private static readonly PlatformSettings SetUp = new() { SetUpAtUtc = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc) };

    [Fact]
    public void A_complete_configuration_starts() => Assert.Empty(Missing(Complete, SetUp, "https://lanes.example"));

    [Theory]
    [InlineData("Stripe:SecretKey")]
    [InlineData("Stripe:PlatformWebhookSecret")]
    [InlineData("Stripe:ConnectWebhookSecret")]
    [InlineData("Mail:SmtpHost")]
    public void Each_setting_that_is_missing_is_named(string key)
    {
        var settings = Complete.Where(pair => pair.Key != key).ToDictionary();

        Assert.Contains(key, Assert.Single(Missing(settings, SetUp, "https://lanes.example")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_setup_or_https_it_does_not_start() =>
        Assert.Equal(2, Missing(Complete, new PlatformSettings(), "http://lanes.example").Count);

    private static List<string> Missing(Dictionary<string, string?> settings, PlatformSettings platform, string url) =>
        [.. StartCheck.Missing(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new PlatformOptions { Url = url }, platform)];
}
