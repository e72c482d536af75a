using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Marketplace.Migrations.PostgreSql;

/// <summary>For `dotnet ef` only.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PlatformDb>
{
    public PlatformDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PlatformDb>();
        new PostgreSqlProvider(new PostgreSqlOptions { ConnectionString = "Host=localhost;Database=design" })
            .Configure(options, Eyes.Platform);
        return new PlatformDb(options.Options, new ModelParts([typeof(KernelServices).Assembly, .. AppServices.Contexts]));
    }
}
