using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Marketplace.Migrations.SqlServer;

/// <summary>For `dotnet ef`, and for whoever asks what SQL Server would be told.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PlatformDb>
{
    public PlatformDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PlatformDb>();
        new SqlServerProvider(new SqlServerOptions { ConnectionString = "Server=localhost;Database=design" })
            .Configure(options, Eyes.Platform);
        return new PlatformDb(options.Options, new ModelParts([typeof(KernelServices).Assembly, .. AppServices.Contexts]));
    }
}
