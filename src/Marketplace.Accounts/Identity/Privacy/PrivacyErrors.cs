using Marketplace.Kernel.Results;

namespace Marketplace.Accounts.Identity.Privacy;

public static class PrivacyErrors
{
    public static readonly Error NoExport = Error.NotFound(
        "privacy.no-export", "There is no such copy. It is kept for seven days; ask for a new one.");

    public static readonly Error LastOwner = Error.Refused(
        "privacy.last-owner", "You are the only owner of a shop. Make another member owner first; then you can leave.");

    public static readonly Error LastAdmin = Error.Refused(
        "privacy.last-admin", "You are the only owner of this platform. Make somebody else owner first; then you can leave.");

    public static readonly Error NothingToCancel = Error.Conflict(
        "privacy.nothing-to-cancel", "Your account is not about to be deleted.");
}
