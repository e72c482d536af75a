using Marketplace.Kernel.Data;
using Marketplace.Migrations.SqlServer;
using Marketplace.Migrations.SqlServer.Security;
using Marketplace.Tests.World;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.SqlServer;

public sealed class SqlServerOptionsTests
{
    private static readonly SqlServerOptions Settings = new()
    {
        ConnectionString = "Server=db;Database=shop;User Id=somebody;Password=theirs;ConnectRetryCount=3;MultipleActiveResultSets=true",
        Passwords = new Dictionary<string, string> { [Users.Seller] = "sells" },
    };

    [Theory]
    [InlineData(Eyes.Platform, Users.Platform, "theirs")]
    [InlineData(Eyes.Seller, Users.Seller, "sells")]
    [InlineData(Eyes.Buyer, Users.Buyer, "theirs")]
    public void Each_pair_of_eyes_connects_as_its_own_user(Eyes eyes, string user, string password)
    {
        var options = new DbContextOptionsBuilder<PlatformDb>();
        using var provider = new SqlServerProvider(Settings);
        provider.Configure(options, eyes);
        using var db = new PlatformDb(options.Options, TestDatabase.Parts);

        var connects = new SqlConnectionStringBuilder(db.Database.GetConnectionString());
        Assert.Equal((user, password, "shop"), (connects.UserID, connects.Password, connects.InitialCatalog));
    }

    /// <summary>A connection that is mended behind the application's back has forgotten who asks.</summary>
    [Fact]
    public void A_broken_connection_is_never_mended_silently()
    {
        foreach (var user in Users.All)
        {
            var connects = new SqlConnectionStringBuilder(Settings.For(user));
            Assert.Equal((0, false), (connects.ConnectRetryCount, connects.MultipleActiveResultSets));
        }

        Assert.False(new SqlConnectionStringBuilder(Settings.For(Users.Migrator, isPooled: false)).Pooling);
    }

    [Fact]
    public void A_transaction_that_fails_in_passing_is_tried_again()
    {
        using var db = SqlServerModelOf.Context();

        Assert.True(db.Database.CreateExecutionStrategy().RetriesOnFailure);
    }

    [Theory]
    [InlineData("seller", null, "seller", "")]
    [InlineData(null, "buyer", "", "buyer")]
    [InlineData(null, null, "", "")]
    public void A_connection_is_told_once_who_asks_and_an_absent_one_is_nobody(string? tenant, string? buyer, string toldTenant, string toldBuyer)
    {
        using var connection = new SqlConnection();
        var eyes = tenant is null ? Eyes.Buyer : Eyes.Seller;

        using var told = SessionSight.Telling(connection, new Sight(eyes, tenant, buyer))!;

        Assert.Equal(SessionSight.Tell, told.CommandText);
        Assert.Equal(2, told.CommandText.Split("@read_only = 1").Length - 1);
        Assert.Equal([toldTenant, toldBuyer], told.Parameters.Cast<SqlParameter>().Select(p => (string)p.Value!));
    }

    [Fact]
    public void The_platform_is_known_by_its_user_and_told_nothing()
    {
        using var connection = new SqlConnection();

        Assert.Null(SessionSight.Telling(connection, new Sight(Eyes.Platform, null, null)));
    }
}
