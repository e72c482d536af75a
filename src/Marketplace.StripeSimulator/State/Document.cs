using System.Text.Json.Nodes;

namespace Marketplace.StripeSimulator.State;

/// <summary>One Stripe object, or one row of the simulator's own bookkeeping (kinds that start with `_`).</summary>
/// <param name="Account">The account it belongs to; the platform's is the empty string.</param>
/// <param name="Sequence">The order of creation; lists are sorted by it, newest first.</param>
internal sealed record Document(string Kind, string Id, string Account, long Sequence, JsonObject Body);
