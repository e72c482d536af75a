namespace Marketplace.App.Seeding;

/// <summary>What people and banks do outside the marketplace; the payment simulator can do it for them.</summary>
public interface IDemoBank
{
    /// <summary>Pays an open payment page by card.</summary>
    Task PayAsync(string sessionId, string email, CancellationToken cancellation);

    /// <summary>Answers the processor's questions about a shop, so that its account may be paid.</summary>
    Task OnboardAsync(string accountId, CancellationToken cancellation);

    /// <summary>The processor wants to know more of a shop; until then its account is not paid.</summary>
    Task AskForMoreAsync(string accountId, CancellationToken cancellation);

    /// <summary>Does what has fallen due since the clock was moved.</summary>
    Task SettleAsync(CancellationToken cancellation);
}
