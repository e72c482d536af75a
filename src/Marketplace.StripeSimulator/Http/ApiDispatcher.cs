using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Accounts;
using Marketplace.StripeSimulator.Faults;
using Marketplace.StripeSimulator.Parameters;
using Marketplace.StripeSimulator.State;
using Microsoft.AspNetCore.Http;

namespace Marketplace.StripeSimulator.Http;

/// <summary>
/// The way of every API request: key, planned failure, parameters, then under the gate replay or execution, and
/// the effect saved together with its answer.
/// </summary>
internal sealed class ApiDispatcher(SimulatorHost host)
{
    public async Task RunAsync(HttpContext context, Operation operation)
    {
        var request = await ApiRequest.ReadAsync(context);
        var fault = host.Faults.Take(request.Method, request.Path);
        if (fault is { Kind: FaultKind.AbortBefore })
        {
            context.Abort();
            return;
        }

        var reply = Planned(fault, request) ?? Execute(context, request, operation, fault);
        host.NudgeWebhooks();
        if (fault is { Kind: FaultKind.TimeoutAfterCommit or FaultKind.Slow })
        {
            await Task.Delay(TimeSpan.FromSeconds(fault.DelaySeconds), context.RequestAborted);
        }

        if (fault is { Kind: FaultKind.AbortAfterCommit or FaultKind.TimeoutAfterCommit }) context.Abort();
        else await reply.WriteAsync(context, request);
    }

    private ApiReply Execute(HttpContext context, ApiRequest request, Operation operation, Fault? fault)
    {
        try
        {
            Authorise(context);
            var parameters = ParameterCheck.Read(request.Raw, operation.Options, operation.Required);
            lock (host.Store.Gate)
            {
                var reply = ExecuteInside(context, request, operation, parameters, fault);
                return fault is { Kind: FaultKind.GatewayErrorAfterCommit } ? ServerError(502, request) : reply;
            }
        }
        catch (ApiError error)
        {
            return ApiReply.Of(error, request.RequestId);
        }
    }

    private ApiReply ExecuteInside(
        HttpContext context, ApiRequest request, Operation operation, JsonObject parameters, Fault? fault)
    {
        var tx = Begin(request);
        if (Idempotency.Replay(tx, request) is { } replay) return replay;

        AccountAccess.Check(tx, request.Account);
        var call = new ApiCall(tx, parameters, request.Account, context.Request.RouteValues, host);
        ApiReply reply;
        try
        {
            reply = ApiReply.Of(Expansion.Apply(tx, operation.Handle(call), parameters["expand"]));
            if (fault is { Kind: FaultKind.ErrorAfterCommit }) reply = ServerError(500, request);
        }
        catch (ApiError error) when (error.Remembered)
        {
            reply = ApiReply.Of(error, request.RequestId);
            if (!error.KeepsChanges) tx = Begin(request);
        }

        Idempotency.Remember(tx, request, reply);
        tx.Commit();
        return reply;
    }

    private Tx Begin(ApiRequest request) => new(host.Store, host.Options, host.Clock.Now)
    {
        RequestId = request.RequestId,
        IdempotencyKey = request.IdempotencyKey,
    };

    private static void Authorise(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var key = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : "";
        // A real key must never be accepted here: whoever sends one believes that this is Stripe.
        if (!key.StartsWith("sk_test_", StringComparison.Ordinal)
            && !key.StartsWith("rk_test_", StringComparison.Ordinal))
        {
            throw new ApiError(
                401, "invalid_request_error", "Invalid API Key provided: the simulator takes test keys only.")
            {
                Remembered = false,
            };
        }
    }

    private static ApiReply? Planned(Fault? fault, ApiRequest request) => fault?.Kind switch
    {
        FaultKind.RateLimit => ApiReply.Of(
            new ApiError(
                429, "invalid_request_error", "Too many requests hit the API too quickly.")
            { Code = "rate_limit" },
            request.RequestId),
        FaultKind.LockTimeout => ApiReply.Of(
            new ApiError(429, "invalid_request_error", "This object cannot be accessed right now because another API "
                + "request or Stripe process is currently accessing it.")
            { Code = "lock_timeout" },
            request.RequestId),
        FaultKind.Conflict => ApiReply.Of(
            new ApiError(409, "invalid_request_error", "There is currently another in-progress request using this "
                + $"Stripe-Idempotency-Key: {request.IdempotencyKey}.")
            { Code = "idempotency_key_in_use" },
            request.RequestId),
        FaultKind.ErrorBefore => ServerError(500, request),
        null or FaultKind.ErrorAfterCommit or FaultKind.GatewayErrorAfterCommit or FaultKind.AbortBefore
            or FaultKind.AbortAfterCommit or FaultKind.TimeoutAfterCommit or FaultKind.Slow => null,
    };

    private static ApiReply ServerError(int status, ApiRequest request) =>
        ApiReply.Of(new ApiError(status, "api_error", "An unknown error occurred"), request.RequestId);
}
