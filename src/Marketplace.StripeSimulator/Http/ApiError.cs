using System.Text.Json.Nodes;

namespace Marketplace.StripeSimulator.Http;

/// <summary>A refusal in Stripe's own words: status, type, code, message and the parameter it is about.</summary>
internal sealed class ApiError(int status, string type, string message) : Exception(message)
{
    public int Status { get; } = status;
    public string? Code { get; init; }
    public string? DeclineCode { get; init; }
    public string? Param { get; init; }
    public string? Charge { get; init; }
    public JsonObject? PaymentIntent { get; init; }

    /// <summary>A refused parameter or a conflict is not remembered under the idempotency key.</summary>
    public bool Remembered { get; init; } = true;

    /// <summary>A declined card leaves traces (a failed charge) that stay.</summary>
    public bool KeepsChanges { get; init; }

    public static ApiError Invalid(string message, string? param = null, string? code = null) =>
        new(400, "invalid_request_error", message) { Param = param, Code = code };

    public static ApiError Parameter(string code, string message, string param) =>
        new(400, "invalid_request_error", message) { Code = code, Param = param, Remembered = false };

    public static ApiError Missing(string param) =>
        Parameter("parameter_missing", $"Missing required param: {param}.", param);

    public static ApiError NoSuch(string what, string? id, string param) =>
        new(param == "id" ? 404 : 400, "invalid_request_error", $"No such {what}: '{id}'")
        {
            Code = "resource_missing",
            Param = param,
        };

    public JsonObject ToBody(string requestId)
    {
        var error = new JsonObject { ["type"] = type, ["message"] = Message, ["request_log_url"] = null };
        if (Code is not null)
        {
            error["code"] = Code;
            error["doc_url"] = $"https://docs.stripe.com/error-codes#{Code.Replace('_', '-')}";
        }

        if (Param is not null) error["param"] = Param;
        if (DeclineCode is not null) error["decline_code"] = DeclineCode;
        if (Charge is not null) error["charge"] = Charge;
        if (PaymentIntent is not null) error["payment_intent"] = PaymentIntent.DeepClone();
        return new JsonObject { ["error"] = error, ["request_id"] = requestId };
    }
}
