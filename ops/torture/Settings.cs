using System.Globalization;

namespace Marketplace.Torture;

/// <summary>From the variables that <c>ops/torture/run</c> sets; the marketplace's own settings are inherited.</summary>
internal sealed record Settings(
    string Program, string Site, string Work, string Server, string ServerPort, string PostgresScript, string Psql, string Database,
    int FirstPort, int Rounds, int Guests, int Rest, int Seed)
{
    /// <summary>The processes that serve pages; the two after them are workers.</summary>
    public IReadOnlyList<string> Webs { get; } = [$"http://localhost:{FirstPort}", $"http://localhost:{FirstPort + 1}"];

    public static Settings Read() => new(
        Of("PROGRAM"), Of("SITE"), Of("WORK"), Of("SERVER"), Of("SERVER_PORT"), Of("POSTGRES"), Of("PSQL"), Of("DATABASE"),
        Number("FIRST_PORT"), Number("ROUNDS"), Number("GUESTS"), Number("REST"), Number("SEED"));

    private static string Of(string name) => Environment.GetEnvironmentVariable("TORTURE_" + name)
        ?? throw new InvalidOperationException($"TORTURE_{name} is not set: start this by ops/torture/run.");

    private static int Number(string name) => int.Parse(Of(name), CultureInfo.InvariantCulture);
}
