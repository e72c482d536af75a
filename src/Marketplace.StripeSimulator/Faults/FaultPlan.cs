namespace Marketplace.StripeSimulator.Faults;

/// <summary>The planned failures, used up in order. Not saved: a restart is a clean sky.</summary>
internal sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<Fault> planned = [];

    public void Add(Fault fault)
    {
        lock (gate) planned.Add(fault);
    }

    public void Clear()
    {
        lock (gate) planned.Clear();
    }

    public IReadOnlyList<Fault> All()
    {
        lock (gate) return [.. planned];
    }

    /// <summary>The failure this request meets, if any.</summary>
    public Fault? Take(string method, string path)
    {
        lock (gate)
        {
            var index = planned.FindIndex(fault => Matches(fault, method, path));
            if (index < 0) return null;

            var fault = planned[index];
            if (fault.Skip > 0)
            {
                planned[index] = fault with { Skip = fault.Skip - 1 };
                return null;
            }

            if (fault.Count > 1) planned[index] = fault with { Count = fault.Count - 1 };
            else planned.RemoveAt(index);
            return fault;
        }
    }

    private static bool Matches(Fault fault, string method, string path) =>
        (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (fault.Path is null || path.StartsWith(fault.Path, StringComparison.Ordinal));
}
