using System.Net;
using Marketplace.StripeSimulator.Faults;
using Stripe;

namespace Marketplace.Tests.StripeSimulator;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private SimulatedStripe stripe = null!;
    private Account seller = null!;
    private Charge charge = null!;

    public async ValueTask InitializeAsync()
    {
        stripe = await SimulatedStripe.StartAsync();
        seller = await stripe.SellerAsync();
        charge = await stripe.PaidAsync();
    }

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Fact]
    public async Task The_same_key_answers_the_same_and_says_so()
    {
        var first = await SendAsync("transfer:1");
        var second = await SendAsync("transfer:1");

        Assert.Equal(first.Id, second.Id);
        Assert.False(first.StripeResponse.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", second.StripeResponse.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Single(await stripe.V1.Transfers.ListAsync());
    }

    [Fact]
    public async Task The_same_key_with_other_parameters_is_refused()
    {
        await SendAsync("transfer:1");

        var refused = await Assert.ThrowsAsync<StripeException>(
            () => stripe.TransferAsync(seller, 101, charge.Id, "transfer:1"));

        Assert.Equal(
            (HttpStatusCode.BadRequest, "idempotency_error"), (refused.HttpStatusCode, refused.StripeError.Type));
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        var first = await SendAsync("transfer:1");
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromHours(24), TestContext.Current.CancellationToken);

        var second = await SendAsync("transfer:1");

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(second.Id, (await SendAsync("transfer:1")).Id);
    }

    [Fact]
    public async Task A_refusal_by_the_balance_is_remembered_but_a_wrong_parameter_is_not()
    {
        await Assert.ThrowsAsync<StripeException>(() => stripe.TransferAsync(seller, 100, null, "poor"));
        await stripe.PaidAsync(card: "4000000000000077");
        var again = await Assert.ThrowsAsync<StripeException>(() => stripe.TransferAsync(seller, 100, null, "poor"));
        await Assert.ThrowsAsync<StripeException>(() => stripe.TransferAsync(seller, 0, charge.Id, "typo"));

        Assert.Equal("balance_insufficient", again.StripeError.Code);
        Assert.Equal(100, (await stripe.TransferAsync(seller, 100, charge.Id, "typo")).Amount);
    }

    [Theory]
    [InlineData(FaultKind.RateLimit, 429, "rate_limit")]
    [InlineData(FaultKind.LockTimeout, 429, "lock_timeout")]
    [InlineData(FaultKind.Conflict, 409, "idempotency_key_in_use")]
    [InlineData(FaultKind.ErrorBefore, 500, null)]
    public async Task A_failure_before_anything_happened_leaves_nothing(FaultKind kind, int status, string? code)
    {
        stripe.Host.Control.AddFault(new Fault(kind, "/v1/transfers"));

        var failed = await Assert.ThrowsAsync<StripeException>(() => SendAsync("transfer:1"));

        Assert.Equal((status, code), ((int)failed.HttpStatusCode, failed.StripeError.Code));
        Assert.Empty(await stripe.V1.Transfers.ListAsync());
        await SendAsync("transfer:1");
    }

    [Theory]
    [InlineData(FaultKind.AbortAfterCommit)]
    [InlineData(FaultKind.TimeoutAfterCommit)]
    public async Task A_lost_answer_is_found_again_under_its_key(FaultKind kind)
    {
        stripe.Host.Control.AddFault(new Fault(kind, "/v1/transfers", "POST", DelaySeconds: 0.05));

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("transfer:1"));

        var sent = Assert.Single(await stripe.V1.Transfers.ListAsync());
        Assert.Equal(sent.Id, (await SendAsync("transfer:1")).Id);
    }

    [Fact]
    public async Task A_500_after_the_commit_stays_under_the_key_and_only_a_look_up_tells()
    {
        stripe.Host.Control.AddFault(new Fault(FaultKind.ErrorAfterCommit, "/v1/transfers", "POST"));

        await Assert.ThrowsAsync<StripeException>(() => SendAsync("transfer:1"));
        var again = await Assert.ThrowsAsync<StripeException>(() => SendAsync("transfer:1"));

        Assert.Equal(HttpStatusCode.InternalServerError, again.HttpStatusCode);
        var found = await stripe.V1.Transfers.ListAsync(new TransferListOptions { TransferGroup = "ord_1" });
        Assert.Single(found);
    }

    [Fact]
    public async Task A_fault_can_skip_and_count_requests()
    {
        stripe.Host.Control.AddFault(new Fault(FaultKind.RateLimit, "/v1/transfers", "POST", Count: 2, Skip: 1));

        await SendAsync("transfer:1");
        await Assert.ThrowsAsync<StripeException>(() => SendAsync("transfer:2"));
        await Assert.ThrowsAsync<StripeException>(() => SendAsync("transfer:2"));
        await SendAsync("transfer:2");

        Assert.Equal(2, (await stripe.V1.Transfers.ListAsync()).Count());
    }

    private Task<Transfer> SendAsync(string key) => stripe.TransferAsync(seller, 100, charge.Id, key);
}
