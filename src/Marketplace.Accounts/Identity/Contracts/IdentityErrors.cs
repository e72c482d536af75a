using Marketplace.Kernel.Results;

namespace Marketplace.Accounts.Identity.Contracts;

public static class IdentityErrors
{
    /// <summary>One answer for a wrong address, a wrong password, a locked and a disabled account.</summary>
    public static readonly Error WrongSignIn = Error.Invalid(
        "sign-in.wrong",
        "Mail address and password do not match, or too many tries have locked the account for some minutes.");

    public static readonly Error WrongPassword = Error.InvalidField(
        "person.wrong-password", "CurrentPassword", "This is not your present password.");

    public static readonly Error EmailTaken = Error.InvalidField(
        "person.email-taken", "Email", "There is an account with this address. Sign in, or ask for a new password.");

    public static readonly Error TokenSpent = Error.Invalid(
        "token.spent", "This link was used already or is too old. Ask for a new one.");

    public static readonly Error NoSuchPerson = Error.NotFound("person.not-found", "There is no such person.");

    public static readonly Error LastOwner = Error.Refused(
        "team.last-owner", "Somebody must stay owner. Make another member owner first.");

    public static readonly Error NotMember = Error.NotFound("team.not-member", "This person is not in the team.");

    public static readonly Error AlreadyMember = Error.Conflict(
        "team.already-member", "This person is in the team already.");

    public static readonly Error TeamFull = Error.Refused(
        "team.full", "A team holds 50 people and open invitations. Remove some first.");

    public static readonly Error NoInvitation = Error.NotFound(
        "invitation.not-found", "This invitation was used, withdrawn or is too old. Ask for a new one.");

    public static readonly Error NoAccount = Error.InvalidField(
        "staff.no-account", "Email", "Nobody has an account with this address. They register first.");

    public static readonly Error LastAdmin = Error.Refused(
        "staff.last-owner", "The platform needs an owner. Make somebody else owner first.");

    public static readonly Error NoSuchKey = Error.NotFound("api-key.not-found", "There is no such key.");

    public static readonly Error TooManyKeys = Error.Refused(
        "api-key.full", "A shop holds 20 keys that work. Revoke one that nothing uses any more.");

    public static Error WeakPassword(string field, IEnumerable<string> words) =>
        Error.InvalidField("person.weak-password", field, string.Join(" ", words));
}
