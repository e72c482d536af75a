using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Hosting;
using Mediator;

namespace Marketplace.Web.Commands.Setup;

/// <summary>
/// Makes a real platform of a migrated, empty database: name, markets, legal texts, first admin. Takes what options
/// (<c>--name=…</c>) and the section <c>Setup</c> (<c>Setup__Name</c>) say; at a terminal it asks for the rest.
/// </summary>
internal sealed class SetupVerb : IVerb
{
    public string Name => "setup";

    public string Help => "Make the platform: name, countries, currencies, legal texts, first admin (asks; or see setup --help).";

    public Task<int> RunAsync(string[] args) => RunAsync(args, Terminal.IsThere ? new Terminal(Console.In, Console.Out) : null);

    internal static async Task<int> RunAsync(string[] args, Terminal? terminal)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(SetupQuestion.Usage);
            return 0;
        }

        var builder = Composition.CreateBuilder(args);
        var answers = new SetupAnswers(args, builder.Configuration.GetSection("Setup"));
        builder.AddApplication(loops: false);
        await using var app = builder.Build();
        if (await RefusalAsync(app.Services) is { } refusal) return await EndAsync(78, refusal);

        while (true)
        {
            if (answers.Complete(terminal) is { Count: > 0 } missing)
                return await EndAsync(64, $"Missing: {string.Join(", ", missing)}.\n\n{SetupQuestion.Usage}");
            var done = await SendAsync(app.Services, answers.ToMessage());
            if (done.Ok) break;
            await Console.Error.WriteLineAsync(Words(done.Error));
            if (terminal is null || done.Error.Kind != ErrorKind.Invalid) return 65;
            answers.AskAgain();
        }

        Console.WriteLine($"{answers["name"]} is set up. {answers["admin-email"]} signs in at /login; then start: marketplace run");
        return 0;
    }

    private static async Task<string?> RefusalAsync(IServiceProvider services)
    {
        await using var scope = Open(services);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        return await SchemaHistory.ReadAsync(db, services.GetRequiredService<IDatabaseProvider>(), default) switch
        {
            SchemaState.Behind => "The database is not up to date: run `marketplace migrate` first.",
            SchemaState.Foreign => new ForeignSchemaException().Message,
            SchemaState.UpToDate => (await services.GetRequiredService<ISettings>().GetAsync(default)).SetUpAtUtc is null
                ? null : "This platform is set up already. Change it in the console under Settings.",
        };
    }

    private static async Task<Result> SendAsync(IServiceProvider services, SetUpPlatform message)
    {
        await using var scope = Open(services);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(message);
    }

    private static AsyncServiceScope Open(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        return scope;
    }

    private static string Words(Error error) => string.Join(
        '\n', (error.Fields ?? new Dictionary<string, string[]>()).SelectMany(f => f.Value.Select(v => $"  {f.Key}: {v}"))
            .Prepend(error.Message));

    private static async Task<int> EndAsync(int code, string words)
    {
        await Console.Error.WriteLineAsync(words);
        return code;
    }
}
