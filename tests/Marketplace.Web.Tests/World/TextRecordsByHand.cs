using System.Collections.Concurrent;
using Marketplace.Accounts.Sellers.Domains;

namespace Marketplace.Web.Tests.World;

/// <summary>A DNS in which a test is the only one who writes.</summary>
public sealed class TextRecordsByHand : ITextRecords
{
    private readonly ConcurrentDictionary<string, Func<Task<string>>> _records = new(StringComparer.Ordinal);

    public void Put(string name, string text) => _records[name] = () => Task.FromResult(text);

    /// <summary>A record whose text is known only when it is asked for.</summary>
    public void Put(string name, Func<Task<string>> text) => _records[name] = text;

    public async Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellation) =>
        _records.TryGetValue(name, out var text) ? [await text()] : [];
}
