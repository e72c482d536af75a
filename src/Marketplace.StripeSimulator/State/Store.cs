using System.Text.Json.Nodes;

namespace Marketplace.StripeSimulator.State;

/// <summary>
/// The whole state in memory, written through to one SQLite file. One gate orders everything: a request sees and
/// leaves a consistent state, and a killed process loses nothing that it has answered.
/// </summary>
internal sealed class Store : IDisposable
{
    public const string Platform = "";

    private readonly Dictionary<string, Document> byId = [];
    private readonly Dictionary<string, SortedDictionary<long, Document>> byKind = [];
    private readonly SqliteFile? file;
    private long lastSequence;

    public Store(string? path)
    {
        if (path is null) return;

        file = new SqliteFile(path);
        foreach (var document in file.ReadAll()) Remember(document);
    }

    public Lock Gate { get; } = new();

    public BalanceBook Balances { get; } = new();

    public Document? Find(string id) => byId.GetValueOrDefault(id);

    public IEnumerable<Document> NewestFirst(string kind) =>
        byKind.TryGetValue(kind, out var rows) ? rows.Values.Reverse() : [];

    public IEnumerable<Document> OldestFirst(string kind) =>
        byKind.TryGetValue(kind, out var rows) ? rows.Values : [];

    public long NextSequence() => ++lastSequence;

    /// <summary>Saves all changes or none.</summary>
    public void Commit(IReadOnlyCollection<Document> changed, IReadOnlyCollection<string> deleted)
    {
        if (changed.Count == 0 && deleted.Count == 0) return;

        file?.Write(changed, deleted);
        // First away, then in: a document may be replaced under its own id (an outlived idempotency key).
        foreach (var id in deleted) Forget(id);
        foreach (var document in changed) Remember(document);
    }

    public void Clear()
    {
        file?.DeleteAll();
        byId.Clear();
        byKind.Clear();
        Balances.Clear();
    }

    public void Dispose() => file?.Dispose();

    private void Remember(Document document)
    {
        var isNew = !byId.ContainsKey(document.Id);
        byId[document.Id] = document;
        if (!byKind.TryGetValue(document.Kind, out var rows)) byKind[document.Kind] = rows = [];
        rows[document.Sequence] = document;
        lastSequence = Math.Max(lastSequence, document.Sequence);
        if (isNew && document.Kind == "balance_transaction") Book(document.Account, document.Body);
    }

    private void Forget(string id)
    {
        if (!byId.Remove(id, out var document)) return;
        byKind[document.Kind].Remove(document.Sequence);
    }

    private void Book(string account, JsonObject entry) => Balances.Add(
        account,
        entry.Need("currency"),
        entry.Number("net"),
        DateTimeOffset.FromUnixTimeSeconds(entry.Number("available_on")));
}
