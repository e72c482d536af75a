using System.Text;
using Marketplace.Accounts.Identity.SecondFactor;

namespace Marketplace.Tests.Accounts.Identity.SecondFactor;

public sealed class TotpTests
{
    /// <summary>The last six digits of RFC 6238's own table.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(
        code, Totp.CodeAt(Encoding.ASCII.GetBytes("12345678901234567890"), DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void A_code_is_good_half_a_minute_early_or_late_and_no_more()
    {
        var (secret, now) = (Totp.NewSecret(), DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

        bool Takes(int seconds) => Totp.StepOf(Totp.CodeAt(secret, now.AddSeconds(seconds)), secret, now, 0) is not null;

        Assert.All([-30, 0, 30], seconds => Assert.True(Takes(seconds)));
        Assert.All([-60, 60], seconds => Assert.False(Takes(seconds)));
        Assert.Null(Totp.StepOf("", secret, now, 0));
    }

    /// <summary>RFC 4648's own examples, without their padding.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_key_is_written_in_base_32(string text, string written) =>
        Assert.Equal(written, Totp.Base32(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void The_picture_names_the_platform_and_the_account() => Assert.Equal(
        "otpauth://totp/Harbour%20Market:ana%40example.com?secret=MY&issuer=Harbour%20Market",
        Totp.Address("f"u8.ToArray(), "Harbour Market", "ana@example.com"));
}
