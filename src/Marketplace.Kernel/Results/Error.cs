namespace Marketplace.Kernel.Results;

/// <summary>What kind of refusal an <see cref="Error"/> is; one table maps it to HTTP.</summary>
public enum ErrorKind
{
    /// <summary>400: the request itself is wrong; <see cref="Error.Fields"/> may say where.</summary>
    Invalid,
    /// <summary>401: nobody is signed in.</summary>
    Unauthenticated,
    /// <summary>403: signed in, but this needs a right the person has not.</summary>
    Forbidden,
    /// <summary>404: not there, or somebody else's.</summary>
    NotFound,
    /// <summary>409: the state of things does not allow it, or it changed meanwhile.</summary>
    Conflict,
    /// <summary>422: understood, but a rule of the business refuses it.</summary>
    Refused,
    /// <summary>429: too much at once.</summary>
    TooMany,
    /// <summary>503: something outside does not answer; trying again may help.</summary>
    Unavailable,
}

/// <summary>An expected refusal.</summary>
/// <param name="Code">Stable, dotted: <c>checkout.total-changed</c>.</param>
/// <param name="Message">What is wrong and how to mend it, in English; the code is the key of its translation.</param>
/// <param name="Fields">Messages by the name of the message's property.</param>
public sealed record Error(
    string Code, string Message, ErrorKind Kind, IReadOnlyDictionary<string, string[]>? Fields = null)
{
    public static Error Invalid(string code, string message) => new(code, message, ErrorKind.Invalid);

    public static Error InvalidField(string code, string field, string message) =>
        new(code, message, ErrorKind.Invalid, new Dictionary<string, string[]> { [field] = [message] });

    public static Error NotFound(string code, string message) => new(code, message, ErrorKind.NotFound);

    public static Error Conflict(string code, string message) => new(code, message, ErrorKind.Conflict);

    public static Error Refused(string code, string message) => new(code, message, ErrorKind.Refused);

    public static Error Unavailable(string code, string message) => new(code, message, ErrorKind.Unavailable);
}
