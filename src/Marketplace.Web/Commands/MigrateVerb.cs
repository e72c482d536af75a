using Marketplace.Kernel.Data;
using Marketplace.Web.Shared.Hosting;

namespace Marketplace.Web.Commands;

/// <summary>
/// Creates or upgrades the schema. <c>--roles</c> first makes the database roles, with the superuser of
/// <c>Database:SuperuserConnectionString</c>: once a cluster; on SQL Server logins, the database and its users.
/// </summary>
internal sealed class MigrateVerb : IVerb
{
    public string Name => "migrate";

    public string Help => "Create or upgrade the database (--roles: first make the roles of a PostgreSQL or SQL Server).";

    public async Task<int> RunAsync(string[] args)
    {
        var builder = Composition.CreateBuilder([.. args.Where(arg => arg != "--roles")]);
        var options = DatabaseOptions.From(builder.Configuration);
        if (args.Contains("--roles"))
        {
            if (options.SuperuserConnectionString is not { } superuser)
            {
                await Console.Error.WriteLineAsync("Set Database:SuperuserConnectionString for --roles.");
                return 78;
            }

            await options.CreateRolesAsync(superuser, default);
        }

        builder.AddApplication(loops: false);
        await using var app = builder.Build();
        try
        {
            await app.Services.GetRequiredService<IDatabaseProvider>()
                .MigrateAsync(app.Services.GetRequiredService<ModelParts>(), default);
        }
        catch (ForeignSchemaException foreign)
        {
            await Console.Error.WriteLineAsync(foreign.Message);
            return 78;
        }

        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
