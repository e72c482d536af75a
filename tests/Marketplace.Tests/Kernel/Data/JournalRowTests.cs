using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Kernel.Data;

public sealed class JournalRowTests
{
    private static readonly string Mine = Ids.From("mine");
    private static readonly string Theirs = Ids.From("theirs");

    [Fact]
    public async Task A_seller_writes_and_reads_its_own_journal_only()
    {
        await using var host = await TestHost.StartAsync();
        await WriteAsync(host, Theirs, Theirs);
        await WriteAsync(host, Mine, Mine);

        await using var scope = host.ScopeFor(new Caller(TenantId: Mine));
        var seen = await scope.ServiceProvider.GetRequiredService<SellerDb>().Set<AuditRow>().ToListAsync();

        Assert.Equal(Mine, Assert.Single(seen).TenantId);
    }

    [Fact]
    public async Task A_row_in_another_sellers_name_is_refused_before_the_database()
    {
        await using var host = await TestHost.StartAsync();

        await Assert.ThrowsAsync<ForeignRowException>(() => WriteAsync(host, Mine, Theirs));
    }

    [Fact]
    public async Task Raw_sql_in_another_sellers_name_is_refused_by_the_database()
    {
        await using var host = await TestHost.StartAsync();
        await WriteAsync(host, Theirs, Theirs);

        await using var scope = host.ScopeFor(new Caller(TenantId: Mine));
        var db = scope.ServiceProvider.GetRequiredService<SellerDb>();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(
            $"""INSERT INTO "Audit" ("Id","AtUtc","Actor","Action","SubjectKind","SubjectId","TenantId","Detail") SELECT 'x',"AtUtc",'a','a','a','a','{Theirs}','' FROM (SELECT CURRENT_TIMESTAMP AS "AtUtc") t"""));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(async () =>
        {
            var changed = await db.Database.ExecuteSqlRawAsync("""UPDATE "Audit" SET "Detail" = 'mine now'""");
            if (changed == 0) throw new Npgsql.NpgsqlException("Nothing was visible to change.");
        });
    }

    [Fact]
    public async Task Without_a_seller_nothing_is_read()
    {
        await using var host = await TestHost.StartAsync();
        await using var scope = host.ScopeFor(Caller.Anonymous);
        var db = scope.ServiceProvider.GetRequiredService<SellerDb>();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.Set<AuditRow>().ToListAsync());

        Assert.IsType<MissingOwnerException>(refused.GetBaseException());
    }

    private static async Task WriteAsync(TestHost host, string seller, string owner)
    {
        await using var scope = host.ScopeFor(new Caller(TenantId: seller));
        var db = scope.ServiceProvider.GetRequiredService<SellerDb>();
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Note(db, "tried", "thing", "1", "", owner);
        await db.SaveChangesAsync();
    }
}
