using Marketplace.Kernel.Data;

namespace Marketplace.Kernel.Messaging;

/// <summary>
/// What the pipeline knows of the message in hand: one per scope. The root message decides the transaction; a message
/// sent by its handler joins it.
/// </summary>
public sealed class MessageScope
{
    public int Depth { get; private set; }

    public bool IsNested => Depth > 1;

    /// <summary>The eyes of the running transaction, or null outside one.</summary>
    public Eyes? TransactionEyes { get; internal set; }

    internal IDisposable Enter()
    {
        Depth++;
        return new Leave(this);
    }

    private sealed class Leave(MessageScope scope) : IDisposable
    {
        public void Dispose() => scope.Depth--;
    }
}
