using Marketplace.Kernel.Outbox;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>An account is gone: what else hangs on the buyer is deleted, or loses its name where the law wants it kept.</summary>
[EventName("accounts.person-deleted.v1")]
public sealed record PersonDeleted(string PersonId, string BuyerId) : IEvent;

/// <summary>What stands where a deleted person's name and mail address stood.</summary>
public static class Erased
{
    public const string Name = "Former buyer";
    public const string Email = "deleted@deleted.invalid";
}
