namespace Marketplace.Accounts.Hooks.Contracts;

/// <summary>Section <c>Hooks</c>.</summary>
public sealed class HookOptions
{
    public const string Section = "Hooks";

    /// <summary>Development only: webhooks may lead to this very machine, and by plain http.</summary>
    public bool AllowLocal { get; set; }
}
