using System.Collections.Frozen;
using System.Reflection;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Kernel.Outbox;

/// <summary>Something that happened, in the past tense. Its name is stable: rows outlive renamed classes.</summary>
public interface IEvent;

[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary><c>context.what-happened.v1</c></summary>
    public string Name => name;
}

/// <summary>
/// What an event leads to: commands, each sent in a transaction of its own together with an inbox row, so that a
/// repeated delivery has no second effect. Purely a mapping; the commands do the work.
/// </summary>
public interface IConsume<in TEvent> where TEvent : IEvent
{
    IEnumerable<ICommand<Result>> On(TEvent happened);
}

/// <summary>Events by their stable name; made once from the contexts' assemblies.</summary>
public sealed class EventNames
{
    private readonly FrozenDictionary<string, Type> _types;

    public EventNames(IEnumerable<Assembly> assemblies) => _types = assemblies.SelectMany(a => a.GetTypes())
        .Where(t => t is { IsAbstract: false } && typeof(IEvent).IsAssignableFrom(t))
        .ToFrozenDictionary(Of, t => t, StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => _types.Keys;

    public Type? Find(string name) => _types.GetValueOrDefault(name);

    public static string Of(Type type) => type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.Name} has no [EventName].");
}
