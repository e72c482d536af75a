using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;

namespace Marketplace.Web.Api.Http;

/// <summary>What the API itself refuses, before any message is sent.</summary>
internal static class ApiErrors
{
    public static readonly Error NoKey = new(
        "api.no-key", "Send a key of your shop: Authorization: Bearer mk_live_… You make one in your shop's settings.",
        ErrorKind.Unauthenticated);

    public static readonly Error WrongKey = new(
        "api.wrong-key", "This key does not work: it is unknown, was revoked, or has come to its end.", ErrorKind.Unauthenticated);

    public static readonly Error NoCart = new(
        "api.no-cart", "Send the token of a cart: Cart-Token: ct_… You get one from POST /cart; it holds for 90 days.",
        ErrorKind.Unauthenticated);

    public static readonly Error NoSuchPlace = Error.NotFound("api.not-found", "There is nothing at this address.");

    public static readonly Error WrongMethod = Error.Invalid("api.method", "This address does not know that method.");

    public static readonly Error TooMany = new(
        "api.too-many", "That was too much at once. Wait as long as Retry-After says.", ErrorKind.TooMany);

    public static readonly Error TooLarge = Error.Invalid("api.too-large", "The body is larger than 256 KB. Send it in parts.");

    public static readonly Error NotJson = Error.Invalid("api.media-type", "Send JSON, and say so: Content-Type: application/json.");

    public static readonly Error Unreadable = Error.Invalid(
        "api.unreadable", "The request cannot be read: it is not whole or not valid JSON.");

    public static readonly Error NoVersion = Error.Invalid(
        "api.if-match-missing", "Say which version you change: If-Match with the ETag that you read.");

    public static readonly Error Failed = Error.Unavailable(
        "api.failed", "This went wrong on our side. It has been noted; try again later.");

    public static Error UnknownMember(string field, string name) =>
        Error.InvalidField("api.unknown-member", field, $"There is no member '{name}' here. Leave it out or correct its name.");

    public static Error MissingMember(string field) =>
        Error.InvalidField("api.missing-member", field, $"The member '{field}' is missing.");

    public static Error WrongValue(string field) =>
        Error.InvalidField("api.wrong-value", field, $"The value of '{field}' is not what the reference says.");

    public static Error UnknownParameter(string field) =>
        Error.InvalidField("api.unknown-parameter", field, $"There is no parameter '{field}' here. Leave it out or correct its name.");

    /// <summary>The kinds' own status, but for what only HTTP knows.</summary>
    public static int StatusOf(Error error) => error.Code switch
    {
        "api.method" => StatusCodes.Status405MethodNotAllowed,
        "api.too-large" => StatusCodes.Status413PayloadTooLarge,
        "api.media-type" => StatusCodes.Status415UnsupportedMediaType,
        "api.if-match-missing" => StatusCodes.Status428PreconditionRequired,
        "api.failed" => StatusCodes.Status500InternalServerError,
        _ => Outcomes.StatusOf(error.Kind),
    };

    /// <summary>For answers that the framework gives without a word.</summary>
    public static Error OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => NoSuchPlace,
        StatusCodes.Status405MethodNotAllowed => WrongMethod,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => NotJson,
        StatusCodes.Status429TooManyRequests => TooMany,
        >= 500 => Failed,
        _ => Unreadable,
    };
}
