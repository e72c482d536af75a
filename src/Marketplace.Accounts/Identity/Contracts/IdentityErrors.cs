using Marketplace.Kernel.Results;

namespace Marketplace.Accounts.Identity.Contracts;

public static class IdentityErrors
{
    /// <summary>One answer for a wrong address, a wrong password, an unconfirmed, a locked and a disabled account.</summary>
    public static readonly Error WrongSignIn = Error.Invalid(
        "sign-in.wrong",
        "Mail address and password do not match, the address waits for the link in our mail to be opened, "
        + "or too many tries have locked the account for some minutes.");

    public static readonly Error TooLate = Error.Invalid(
        "sign-in.too-late", "That took longer than ten minutes. Begin again with your password.");

    public static readonly Error WrongCode = Error.InvalidField(
        "sign-in.wrong-code", "Code",
        "This code is wrong, was used already or is too old. Wait for the next one; after ten tries the account is locked for "
        + "some minutes.");

    public static readonly Error WrongProof = Error.InvalidField(
        "person.wrong-proof", "Proof", "This is neither your password nor a code that your app shows just now.");

    public static readonly Error SecondFactorExists = Error.Conflict(
        "second-factor.exists", "Your account has an authenticator app already. Remove it first to set up another one.");

    public static readonly Error NotBegun = Error.Conflict(
        "second-factor.not-begun", "Begin with the picture that your app scans.");

    public static readonly Error NoSecondFactor = Error.Conflict(
        "second-factor.none", "Your account has no second factor.");

    /// <summary>One answer for whatever is wrong with a passkey's answer.</summary>
    public static readonly Error PasskeyRefused = Error.Invalid(
        "passkey.refused", "This passkey did not work. Try once more, or take another way.");

    public static readonly Error TooManyPasskeys = Error.Refused(
        "passkey.too-many", "An account holds ten passkeys. Remove one that you no longer use.");

    public static readonly Error NoSuchPasskey = Error.NotFound("passkey.not-found", "There is no such passkey.");

    public static readonly Error NoSuchSession = Error.NotFound("session.not-found", "This device is signed out already.");

    /// <summary>What another site said was not said, or too long ago, or without a confirmed address.</summary>
    public static readonly Error NothingSaid = Error.Invalid(
        "external.nothing-said", "We did not learn from the other site who you are. Try once more, or use your password.");

    public static readonly Error LinkedElsewhere = Error.Conflict(
        "external.linked-elsewhere", "This Google account opens another account here already.");

    public static readonly Error OtherAddress = Error.Refused(
        "external.other-address", "The two accounts have different mail addresses, so we do not join them.");

    public static readonly Error NotLinked = Error.NotFound("external.not-linked", "No such account is linked to yours.");

    public static readonly Error LastWayIn = Error.Refused(
        "external.last-way-in", "It is your only way to log in. Choose a password first, by 'Forgotten?' on the log-in page.");

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

    public static readonly Error NotForYou = Error.Refused(
        "staff.other-address", "This invitation was made for another mail address. Log in with the account that has it.");

    public static readonly Error AlreadyStaff = Error.Conflict(
        "staff.already", "This person is on the staff already.");

    public static readonly Error NoView = Error.NotFound("view.not-found", "You are not looking at any shop just now.");

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
