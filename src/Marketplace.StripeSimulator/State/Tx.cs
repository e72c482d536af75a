using System.Text.Json.Nodes;

namespace Marketplace.StripeSimulator.State;

/// <summary>
/// One unit of work under the store's gate. Reads see its own changes; nothing is kept unless it commits.
/// </summary>
/// <param name="now">What "now" means inside: the clock, or the due time of the work being caught up.</param>
internal sealed class Tx(Store store, SimulatorOptions options, DateTimeOffset now)
{
    private readonly Dictionary<string, Document> changed = [];
    private readonly HashSet<string> deleted = [];

    public DateTimeOffset Now { get; } = now;

    public long NowUnix => Now.ToUnixTimeSeconds();

    public SimulatorOptions Options { get; } = options;

    /// <summary>The API version and request that events of this unit of work are stamped with.</summary>
    public string? RequestId { get; init; }

    public string? IdempotencyKey { get; init; }

    public Document? Find(string id) => changed.GetValueOrDefault(id) ?? (deleted.Contains(id) ? null : store.Find(id));

    public JsonObject? Find(string kind, string account, string? id)
    {
        if (id is null) return null;
        var document = Find(id);
        return document?.Kind == kind && document.Account == account ? document.Body : null;
    }

    public JsonObject Add(string kind, string account, JsonObject body)
    {
        var document = new Document(kind, body.Id(), account, store.NextSequence(), body);
        changed.Add(document.Id, document);
        return body;
    }

    /// <summary>A copy that is saved with this unit of work; ask again for the same id and get the same copy.</summary>
    public JsonObject Edit(string id)
    {
        if (changed.TryGetValue(id, out var edited)) return edited.Body;

        var document = store.Find(id) ?? throw new InvalidOperationException($"{id} does not exist");
        var copy = document with { Body = document.Body.Copy() };
        changed[id] = copy;
        return copy.Body;
    }

    public void Delete(string id)
    {
        changed.Remove(id);
        deleted.Add(id);
    }

    public IEnumerable<Document> NewestFirst(string kind) =>
        changed.Values.Where(document => document.Kind == kind && store.Find(document.Id) is null)
            .OrderByDescending(document => document.Sequence)
            .Concat(store.NewestFirst(kind)
                .Where(document => !deleted.Contains(document.Id))
                .Select(document => changed.GetValueOrDefault(document.Id) ?? document));

    public (long AvailableMinor, long PendingMinor) Balance(string account, string currency)
    {
        var (available, pending) = store.Balances.Read(account, currency, Now);
        foreach (var entry in NewEntries(account).Where(entry => entry.Text("currency") == currency))
        {
            if (entry.Number("available_on") <= NowUnix) available += entry.Number("net");
            else pending += entry.Number("net");
        }

        return (available, pending);
    }

    public IEnumerable<string> Currencies(string account) =>
        store.Balances.Currencies(account)
            .Concat(NewEntries(account).Select(entry => entry.Need("currency")))
            .Distinct();

    public void Commit() => store.Commit(changed.Values, deleted);

    private IEnumerable<JsonObject> NewEntries(string account) => changed.Values
        .Where(document => document.Kind == "balance_transaction" && document.Account == account
            && store.Find(document.Id) is null)
        .Select(document => document.Body);
}
