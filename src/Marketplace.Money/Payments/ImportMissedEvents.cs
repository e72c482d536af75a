using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Lists the events of an account since they were listed last, an hour over again, and takes in those that no webhook
/// brought: after an outage of days everything is as if they had come. Stripe keeps events for thirty days. Fails with
/// <c>payment.unavailable</c>. Answers how many were missed.
/// </summary>
/// <param name="Account">A seller's account; empty for the platform's own.</param>
[Internal]
public sealed record ImportMissedEvents(string Account) : ICommand<Result<int>>;

[Internal]
public sealed record MoveImportCursor(string Name, DateTime ReadUntilUtc) : ICommand<Result>, IPlatformTransaction;

internal sealed class ImportMissedEventsHandler(
    PlatformDb db, IProcessorBooks books, IDatabaseProvider database, ISender sender, TimeProvider clock)
    : ICommandHandler<ImportMissedEvents, Result<int>>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    public async ValueTask<Result<int>> Handle(ImportMissedEvents command, CancellationToken cancellationToken)
    {
        var name = "events:" + command.Account;
        var now = clock.GetUtcNow().UtcDateTime;
        var read = await db.ImportCursors.AsNoTracking().Where(c => c.Name == name).Select(c => (DateTime?)c.ReadUntilUtc)
            .SingleOrDefaultAsync(cancellationToken);
        var since = read - Overlap is { } overlapped && overlapped > now - Kept ? overlapped : now - Kept;
        try
        {
            var account = command.Account.Length > 0 ? command.Account : null;
            var missed = await MissedAsync(
                command.Account, await books.ListEventsAsync(account, since, cancellationToken), cancellationToken);
            foreach (var one in missed) await StoreAsync(one, command.Account, cancellationToken);
            await sender.Send(new MoveImportCursor(name, now), cancellationToken);
            return missed.Count;
        }
        catch (GatewayUnknownException)
        {
            return PaymentErrors.Unavailable;
        }
    }

    private async Task<List<ListedEvent>> MissedAsync(
        string account, IReadOnlyList<ListedEvent> listed, CancellationToken cancellation)
    {
        var missed = new List<ListedEvent>();
        foreach (var batch in listed.Chunk(500))
        {
            var ids = batch.Select(e => e.Event.Id).ToList();
            var known = await db.StripeEvents.AsNoTracking().Where(e => e.Account == account && ids.Contains(e.Id))
                .Select(e => e.Id).ToListAsync(cancellation);
            missed.AddRange(batch.ExceptBy(known, e => e.Event.Id));
        }

        return missed;
    }

    private async Task StoreAsync(ListedEvent one, string account, CancellationToken cancellation)
    {
        try
        {
            await sender.Send(new StoreStripeEvent(one.Event with { Account = account }, one.Raw), cancellation);
        }
        catch (DbUpdateException exception) when (database.IsDuplicateKey(exception))
        {
            // Its webhook came in this very moment.
        }
    }
}

internal sealed class MoveImportCursorHandler(PlatformDb db) : ICommandHandler<MoveImportCursor, Result>
{
    public async ValueTask<Result> Handle(MoveImportCursor command, CancellationToken cancellationToken)
    {
        var cursor = await db.ImportCursors.SingleOrDefaultAsync(c => c.Name == command.Name, cancellationToken);
        if (cursor is null) db.Add(new ImportCursor { Name = command.Name, ReadUntilUtc = command.ReadUntilUtc });
        else cursor.ReadUntilUtc = command.ReadUntilUtc;
        return Result.Success();
    }
}

internal sealed class ImportMissedEventsJob(ISender sender) : IJob
{
    public string Name => "import-missed-events";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var missed = await sender.Send(new ImportMissedEvents(""), cancellation);
        return missed.Ok ? $"took in {missed.Value} events without webhook" : missed.Error.Message;
    }
}

/// <summary>The same for every seller's account, once a day: their payouts are read every hour anyway.</summary>
internal sealed class ImportSellersEventsJob(ISender sender) : IJob
{
    public string Name => "import-sellers-missed-events";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (accounts, events) = (0, 0);
        for (string? after = null; ;)
        {
            var page = (await sender.Send(new ListPayoutAccounts(after), cancellation)).Required();
            foreach (var (_, account) in page)
            {
                var missed = await sender.Send(new ImportMissedEvents(account), cancellation);
                if (!missed.Ok) return missed.Error.Message;
                events += missed.Value;
            }

            accounts += page.Count;
            if (page.Count < ListPayoutAccounts.PageSize) return $"took in {events} events of {accounts} accounts";
            after = page[^1].TenantId;
        }
    }
}
