using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Http;

/// <summary>
/// The first answer given under a key is given again for 24 hours, whatever it was. The row is saved in the same
/// unit of work as the effect, so neither exists without the other.
/// </summary>
internal static class Idempotency
{
    private const string Kind = "_idempotency";
    private const int MaxKeyLength = 255;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public static ApiReply? Replay(Tx tx, ApiRequest request)
    {
        if (request.IdempotencyKey is null) return null;
        if (request.IdempotencyKey.Length > MaxKeyLength)
        {
            throw new ApiError(400, "idempotency_error", "Idempotency keys may have at most 255 characters.");
        }

        if (tx.Find(RowId(request)) is not { } row) return null;
        if (row.Body.Number("created") + (long)Kept.TotalSeconds <= tx.NowUnix)
        {
            tx.Delete(row.Id);
            return null;
        }

        if (row.Body.Text("fingerprint") != request.Fingerprint) throw OtherParameters(request.IdempotencyKey);
        return new ApiReply((int)row.Body.Number("status"), row.Body.Need("body"))
        {
            Replayed = true,
            OriginalRequest = row.Body.Text("request"),
        };
    }

    public static void Remember(Tx tx, ApiRequest request, ApiReply reply)
    {
        if (request.IdempotencyKey is null) return;

        tx.Add(Kind, request.Account, new JsonObject
        {
            ["id"] = RowId(request),
            ["fingerprint"] = request.Fingerprint,
            ["status"] = (long)reply.Status,
            ["body"] = reply.Body,
            ["request"] = request.RequestId,
            ["created"] = tx.NowUnix,
        });
    }

    private static string RowId(ApiRequest request) => $"_key:{request.Account}:{request.IdempotencyKey}";

    private static ApiError OtherParameters(string key) => new(
        400,
        "idempotency_error",
        "Keys for idempotent requests can only be used with the same parameters they were first used with. "
        + $"Try using a key other than '{key}' if you meant to execute a different request.")
    {
        Remembered = false,
    };
}
