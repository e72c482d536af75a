namespace Marketplace.StripeSimulator.State;

/// <summary>
/// Running sums of the balance transactions per account and currency, so that a balance check does not read
/// them all. An entry is pending until its `available_on`; time only moves forward here.
/// </summary>
internal sealed class BalanceBook
{
    private readonly Dictionary<(string Account, string Currency), Purse> purses = [];

    public void Add(string account, string currency, long netMinor, DateTimeOffset availableOn)
    {
        if (!purses.TryGetValue((account, currency), out var purse)) purses[(account, currency)] = purse = new Purse();
        purse.Pending.Enqueue(netMinor, availableOn);
    }

    public (long AvailableMinor, long PendingMinor) Read(string account, string currency, DateTimeOffset now)
    {
        if (!purses.TryGetValue((account, currency), out var purse)) return (0, 0);

        while (purse.Pending.TryPeek(out var netMinor, out var due) && due <= now)
        {
            purse.Pending.Dequeue();
            purse.AvailableMinor += netMinor;
        }

        return (purse.AvailableMinor, purse.Pending.UnorderedItems.Sum(item => item.Element));
    }

    public IEnumerable<string> Currencies(string account) =>
        purses.Keys.Where(key => key.Account == account).Select(key => key.Currency).Order(StringComparer.Ordinal);

    public void Clear() => purses.Clear();

    private sealed class Purse
    {
        public long AvailableMinor { get; set; }
        public PriorityQueue<long, DateTimeOffset> Pending { get; } = new();
    }
}
