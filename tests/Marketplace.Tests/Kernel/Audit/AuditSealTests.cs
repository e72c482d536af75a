using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Kernel.Audit;

public sealed class AuditSealTests
{
    [Fact]
    public async Task Rows_are_sealed_in_batches_and_the_chain_is_whole()
    {
        await using var host = await TestHost.StartAsync();
        await WriteAsync(host, 230);

        var before = await CheckAsync(host);
        await host.RunJobAsync("seal-audit");
        await WriteAsync(host, 3);
        await host.RunJobAsync("seal-audit");
        await host.RunJobAsync("seal-audit");

        Assert.Equal((0, 230), (before.Sealed, before.Unsealed));
        Assert.Equal(new AuditState(233, 0, null, null), await CheckAsync(host));
    }

    [Fact]
    public async Task A_changed_row_is_found()
    {
        await using var host = await SealedAsync();

        await host.WithPlatformAsync(db => db.Set<AuditRow>().Where(r => r.Sequence == 7)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Detail, "Nothing happened.")));

        var state = await CheckAsync(host);
        Assert.Equal((6, 7), (state.Sealed, state.BrokenAt));
        Assert.NotNull(state.BrokenId);
    }

    [Fact]
    public async Task A_row_taken_out_is_found_and_so_is_one_whose_hash_was_made_anew()
    {
        await using var host = await SealedAsync();
        await host.WithPlatformAsync(async db =>
        {
            var row = await db.Set<AuditRow>().AsNoTracking().SingleAsync(r => r.Sequence == 9);
            var before = await db.Set<AuditRow>().Where(r => r.Sequence == 8).Select(r => r.Hash).SingleAsync();
            var changed = new AuditRow
            {
                Id = row.Id, AtUtc = row.AtUtc, Actor = "somebody-else", Action = row.Action, SubjectKind = row.SubjectKind,
                SubjectId = row.SubjectId, Detail = row.Detail,
            };
            var hash = AuditSeal.Of(changed, 9, before!);
            return await db.Set<AuditRow>().Where(r => r.Sequence == 9)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Actor, "somebody-else").SetProperty(r => r.Hash, hash));
        });
        var forged = await CheckAsync(host);

        await host.WithPlatformAsync(db => db.Set<AuditRow>().Where(r => r.Sequence == 4).ExecuteDeleteAsync());

        Assert.Equal(10, forged.BrokenAt);
        Assert.Equal(new AuditState(3, 0, 4, null), await CheckAsync(host));
    }

    [Fact]
    public async Task Sealing_twice_at_once_makes_one_chain()
    {
        await using var host = await TestHost.StartAsync();
        await WriteAsync(host, 60);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.RunJobAsync("seal-audit"))));
        await host.RunJobAsync("seal-audit");

        Assert.Equal(new AuditState(60, 0, null, null), await CheckAsync(host));
    }

    private static async Task<TestHost> SealedAsync()
    {
        var host = await TestHost.StartAsync();
        await WriteAsync(host, 12);
        await host.RunJobAsync("seal-audit");
        return host;
    }

    private static async Task WriteAsync(TestHost host, int count)
    {
        await using var scope = host.ScopeFor(Caller.System);
        var (db, audit) = (scope.ServiceProvider.GetRequiredService<PlatformDb>(), scope.ServiceProvider.GetRequiredService<AuditTrail>());
        for (var i = 0; i < count; i++) audit.Note(db, "test.done", "thing", $"thing-{i}", $"Number \"{i}\", and more");
        await db.SaveChangesAsync();
    }

    private static Task<AuditState> CheckAsync(TestHost host) => host.WithPlatformAsync(db => AuditCheck.RunAsync(db, default));
}
