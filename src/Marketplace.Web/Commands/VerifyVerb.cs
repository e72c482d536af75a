using Marketplace.Accounts.Settings;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Reconciliation;
using Marketplace.Web.Shared.Hosting;
using Mediator;

namespace Marketplace.Web.Commands;

/// <summary>
/// Holds the books against the processor and goes through the audit log's chain. The exit code is 1 when either is
/// wrong, so that a schedule outside can watch it.
/// </summary>
internal sealed class VerifyVerb : IVerb
{
    public string Name => "verify";

    public string Help => "Compare the ledger with the processor, and check the audit log's chain.";

    public async Task<int> RunAsync(string[] args)
    {
        var builder = Composition.CreateBuilder(args);
        await using var simulator = await StripeInProcess.StartAsync(builder);
        builder.AddApplication(loops: false);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var books = await sender.Send(new ReconcileMoney());
        Console.WriteLine(books.Ok
            ? $"Compared {books.Value.Accounts} accounts with the processor: {books.Value.Wrong} balances differ."
            : books.Error.Message);
        var audit = (await sender.Send(new CheckAudit())).Required();
        Console.WriteLine(audit.IsWhole
            ? $"The audit log's chain is whole: {audit.Sealed} rows, {audit.Unsealed} not sealed yet."
            : $"The audit log's chain is broken at place {audit.BrokenAt}.");
        return books.Ok && books.Value.Wrong == 0 && audit.IsWhole ? 0 : 1;
    }
}
