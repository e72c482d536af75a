namespace Marketplace.Kernel.Messaging;

/// <summary>Who may send a message as the root of a request. Each message declares one; a test refuses one without.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class RightAttribute : Attribute;

/// <summary>Everybody, signed in or not.</summary>
public sealed class AnyoneAttribute : RightAttribute;

/// <summary>A buyer, guests included: the caller has a buyer id.</summary>
public sealed class BuyerAttribute : RightAttribute;

/// <summary>A signed-in person, whatever else they are.</summary>
public sealed class PersonAttribute : RightAttribute;

/// <summary>
/// A member of the current seller whose role grants the permission, or a key that holds it or the half of it that the
/// message needs: <c>listings:read</c> for queries, <c>listings:write</c> for commands.
/// </summary>
public sealed class SellerAttribute(string permission) : RightAttribute
{
    public const string Reading = ":read";
    public const string Writing = ":write";

    public string Permission => permission;
}

/// <summary>
/// Staff of the platform whose role grants the permission, or a key of theirs that holds it or the half that is needed.
/// </summary>
public sealed class AdminAttribute(string permission) : RightAttribute
{
    public string Permission => permission;
}

/// <summary>Only inside another message, a job or an event consumer; never bound to a route.</summary>
public sealed class InternalAttribute : RightAttribute;

/// <summary>
/// Besides the right: whoever sends it has shown in the last ten minutes that it is really them, by password, passkey or
/// code. For what a thief of an open session would change first: mail address, second factor, payouts.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FreshAttribute : Attribute
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
}

/// <summary>
/// Besides the right: the session began with a second factor, where the platform demands one. Messages of staff need it
/// without saying so.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SecondFactorAttribute : Attribute;
