using Marketplace.Kernel.Invariants;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Reconciliation;
using Marketplace.Web.Shared.Hosting;
using Mediator;

namespace Marketplace.Web.Commands;

/// <summary>
/// Goes through every sentence that must be true of the data, and holds the books against the processor. The exit code
/// is 1 when anything is wrong, so that a schedule outside can watch it. <c>--own</c> leaves the processor out.
/// </summary>
internal sealed class VerifyVerb : IVerb
{
    private const string Own = "--own";

    public string Name => "verify";

    public string Help => "Check every invariant of the data, and the ledger against the processor (--own: not the latter).";

    public async Task<int> RunAsync(string[] args)
    {
        var own = args.Contains(Own);
        var builder = Composition.CreateBuilder([.. args.Where(a => a != Own)]);
        await using var simulator = own ? null : await StripeInProcess.StartAsync(builder);
        builder.AddApplication(loops: false);
        await using var app = builder.Build();
        var isWhole = await CheckDataAsync(app.Services);
        return (own || await CheckBooksAsync(app.Services)) && isWhole ? 0 : 1;
    }

    private static async Task<bool> CheckDataAsync(IServiceProvider services)
    {
        var results = await services.GetRequiredService<InvariantChecker>().CheckAsync(CancellationToken.None);
        foreach (var result in results)
        {
            Console.WriteLine($"{(result.Holds ? "holds " : "BROKEN")}  {result.Says}  ({result.Name}, {result.Took.TotalSeconds:0.00} s)");
            foreach (var breach in result.Breaches) Console.WriteLine($"        {breach}");
        }

        return results.All(r => r.Holds);
    }

    private static async Task<bool> CheckBooksAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var books = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new ReconcileMoney());
        Console.WriteLine(books.Ok
            ? $"Compared {books.Value.Accounts} accounts with the processor: {books.Value.Wrong} balances differ."
            : books.Error.Message);
        return books.Ok && books.Value.Wrong == 0;
    }
}
