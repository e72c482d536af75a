using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Marketplace.StripeSimulator.Parameters;

internal enum ParameterKind
{
    Text,
    Integer,
    Decimal,
    Flag,
    Time,
    Map,
    List,
    Group,
    Any,
}

/// <summary>
/// Which parameters a request may carry, read from the option classes of the Stripe.net release that the shop
/// uses: what the client library cannot say, Stripe does not know either.
/// </summary>
internal sealed record ParameterSchema(ParameterKind Kind, Type? Group = null, ParameterSchema? Item = null)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, ParameterSchema>> Cache = new();

    public static IReadOnlyDictionary<string, ParameterSchema> Of(Type options) => Cache.GetOrAdd(options, Read);

    private static Dictionary<string, ParameterSchema> Read(Type options)
    {
        var parameters = new Dictionary<string, ParameterSchema>();
        foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } name)
            {
                parameters[name.Name] = For(property.PropertyType);
            }
        }

        return parameters;
    }

    private static ParameterSchema For(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return new ParameterSchema(ParameterKind.Text);
        if (type == typeof(long) || type == typeof(int)) return new ParameterSchema(ParameterKind.Integer);
        if (type == typeof(decimal) || type == typeof(double)) return new ParameterSchema(ParameterKind.Decimal);
        if (type == typeof(bool)) return new ParameterSchema(ParameterKind.Flag);
        if (type == typeof(DateTime)) return new ParameterSchema(ParameterKind.Time);
        if (!type.IsGenericType) return type.IsClass ? new ParameterSchema(ParameterKind.Group, type) : Any;

        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return new ParameterSchema(ParameterKind.List, Item: For(arguments[0]));
        }

        return type.Name.StartsWith("Dictionary", StringComparison.Ordinal)
            ? new ParameterSchema(ParameterKind.Map, Item: For(arguments[1]))
            : Any;
    }

    private static ParameterSchema Any { get; } = new(ParameterKind.Any);
}
