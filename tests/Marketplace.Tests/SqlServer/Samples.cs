using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Marketplace.Tests.SqlServer;

internal enum Sample
{
    Plain,
    /// <summary>Nothing, where that may be.</summary>
    Null,
    /// <summary>Lists without anything in them.</summary>
    Empty,
}

/// <summary>A value of any type, for SQL that is written but not sent.</summary>
internal static class Samples
{
    public static object? Value(Type type, Sample sample)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return sample == Sample.Null ? null : Value(inner, sample);
        if (type == typeof(string)) return sample == Sample.Null ? null : "a";
        if (type == typeof(DateTime)) return new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 2);
        if (type == typeof(TimeOnly)) return new TimeOnly(9, 0);
        if (type == typeof(TimeSpan)) return TimeSpan.FromHours(1);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type == typeof(byte[])) return new byte[] { 1 };
        if (type.IsPrimitive) return Convert.ChangeType(1, type, CultureInfo.InvariantCulture);
        if (Element(type) is { } element) return List(type, element, sample);
        return type.IsInterface || type.IsAbstract ? null : RuntimeHelpers.GetUninitializedObject(type);
    }

    private static Type? Element(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static object? List(Type type, Type element, Sample sample)
    {
        if (typeof(IDictionary).IsAssignableFrom(type) || element.Name.StartsWith("KeyValuePair", StringComparison.Ordinal))
            return type.IsInterface ? null : Activator.CreateInstance(type);
        var values = Array.CreateInstance(element, sample == Sample.Empty ? 0 : 3);
        // The last one is nothing where it may be: then the text asks for NULL as well.
        for (var i = 0; i < values.Length; i++) values.SetValue(Value(element, i == 2 ? Sample.Null : Sample.Plain), i);
        if (type.IsInstanceOfType(values)) return values;
        return Activator.CreateInstance(type.IsInterface ? typeof(HashSet<>).MakeGenericType(element) : type, values);
    }
}
