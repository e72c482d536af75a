using Marketplace.App.Seeding;
using Marketplace.StripeSimulator.Control;

namespace Marketplace.Tests.App.Seeding;

/// <summary>The simulator plays the demo's buyers and banks.</summary>
internal sealed class SimulatedBank(SimulatorControl stripe) : IDemoBank
{
    public Task PayAsync(string sessionId, string email, CancellationToken cancellation) =>
        stripe.Pay(sessionId, email: email) is { } refusal
            ? throw new InvalidOperationException(refusal) : Task.CompletedTask;

    public Task OnboardAsync(string accountId, CancellationToken cancellation)
    {
        stripe.Onboard(accountId);
        return Task.CompletedTask;
    }

    public Task AskForMoreAsync(string accountId, CancellationToken cancellation)
    {
        stripe.SetRequirements(accountId, ["individual.verification.document"], "requirements.past_due");
        return Task.CompletedTask;
    }

    public Task SettleAsync(CancellationToken cancellation) => stripe.SettleAsync(cancellation);
}
