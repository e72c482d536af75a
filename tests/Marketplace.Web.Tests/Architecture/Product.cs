using System.Reflection;
using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Messaging;
using Mediator;

namespace Marketplace.Web.Tests.Architecture;

/// <summary>What the rules are held against: found by reflection and on disk, never listed by hand.</summary>
internal static class Product
{
    /// <summary>From left to right.</summary>
    public static readonly IReadOnlyList<Assembly> Line = [typeof(KernelServices).Assembly, .. AppServices.Contexts];

    public static readonly string Root = FindRoot();

    public static IEnumerable<Type> Types => Line.SelectMany(a => a.GetTypes());

    public static IEnumerable<Type> Messages => Types.Where(t =>
        t is { IsAbstract: false, IsInterface: false } && typeof(IMessage).IsAssignableFrom(t));

    public static IEnumerable<Type> Handlers => Types.Where(t => t is { IsAbstract: false, IsInterface: false }
        && t.GetInterfaces().Any(IsHandler));

    public static IEnumerable<Type> HandledBy(Type handler) =>
        handler.GetInterfaces().Where(IsHandler).Select(i => i.GetGenericArguments()[0]);

    public static RightAttribute? RightOf(Type message) => message.GetCustomAttribute<RightAttribute>();

    /// <summary>Every C# and Razor file of the product, with its path from the root.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Sources(params string[] folders) =>
        folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.*", SearchOption.AllDirectories))
            .Where(p => p.EndsWith(".cs", StringComparison.Ordinal) || p.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal)
                && !p.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(p => (Path.GetRelativePath(Root, p), File.ReadAllLines(p)));

    private static bool IsHandler(Type face) => face.IsGenericType
        && face.GetGenericTypeDefinition() is var shape
        && (shape == typeof(ICommandHandler<,>) || shape == typeof(IQueryHandler<,>));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Marketplace.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
