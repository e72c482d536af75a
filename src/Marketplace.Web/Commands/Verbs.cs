namespace Marketplace.Web.Commands;

/// <summary>One word of the command line: <c>marketplace migrate --roles</c>. Found by scanning.</summary>
internal interface IVerb
{
    string Name { get; }

    /// <summary>One line for the list that <c>marketplace help</c> prints.</summary>
    string Help { get; }

    /// <returns>The process's exit code.</returns>
    Task<int> RunAsync(string[] args);
}

/// <summary>Finds the verb: the first argument, or <c>run</c> when there is none or it is an option.</summary>
internal static class Verbs
{
    private static readonly IReadOnlyList<IVerb> All =
    [
        .. typeof(Verbs).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IVerb)))
            .Select(type => (IVerb)Activator.CreateInstance(type)!)
            .OrderBy(verb => verb.Name, StringComparer.Ordinal),
    ];

    public static IVerb? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);

    public static async Task<int> RunAsync(string[] args)
    {
        var named = args.Length > 0 && !args[0].StartsWith('-');
        if (Find(named ? args[0] : "run") is { } verb) return await verb.RunAsync(named ? args[1..] : args);

        await Console.Error.WriteLineAsync("Usage: marketplace <verb> [options]\n\n"
            + string.Join('\n', All.Select(known => $"  {known.Name,-10} {known.Help}")));
        return args[0] is "help" ? 0 : 64;
    }
}
