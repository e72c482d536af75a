using Marketplace.Kernel.Results;

namespace Marketplace.Accounts.Hooks.Contracts;

public static class HookErrors
{
    public static readonly Error NotFound = Error.NotFound("hook.not-found", "There is no such webhook.");

    public static readonly Error NoSuchDelivery = Error.NotFound("hook.no-delivery", "There is no such delivery.");

    public static readonly Error TooMany = Error.Refused(
        "hook.too-many", "A shop has at most ten webhooks. Remove one that nothing listens to any more.");

    public static readonly Error Off = Error.Conflict(
        "hook.off", "This webhook is switched off. Switch it on first.");

    public static readonly Error OnItsWay = Error.Conflict("hook.on-its-way", "This delivery is on its way already.");
}
