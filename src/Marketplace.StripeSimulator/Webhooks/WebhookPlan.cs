namespace Marketplace.StripeSimulator.Webhooks;

/// <summary>The rules for coming events, used up in order; and the events held back to be turned round.</summary>
internal sealed class WebhookPlan
{
    private readonly Lock gate = new();
    private readonly List<WebhookRule> rules = [];
    private readonly List<string> held = [];

    public void Add(WebhookRule rule)
    {
        lock (gate) rules.Add(rule);
    }

    public void Clear()
    {
        lock (gate)
        {
            rules.Clear();
            held.Clear();
        }
    }

    public WebhookRule? Take(string type)
    {
        lock (gate)
        {
            var index = rules.FindIndex(rule => rule.Type is null || rule.Type == type);
            if (index < 0) return null;

            var rule = rules[index];
            if (rule.Count > 1) rules[index] = rule with { Count = rule.Count - 1 };
            else rules.RemoveAt(index);
            return rule;
        }
    }

    public bool IsHeld(string deliveryId)
    {
        lock (gate) return held.Contains(deliveryId);
    }

    /// <summary>Keeps a delivery back; the last one of its rule lets all of them go, last first.</summary>
    public IReadOnlyList<string> Hold(string deliveryId, bool isLast)
    {
        lock (gate)
        {
            held.Add(deliveryId);
            if (!isLast) return [];

            IReadOnlyList<string> released = [.. Enumerable.Reverse(held)];
            held.Clear();
            return released;
        }
    }
}
