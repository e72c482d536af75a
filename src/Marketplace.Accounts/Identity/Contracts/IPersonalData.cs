namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>
/// What a context keeps of a person, for the copy that the law grants them (GDPR art. 15 and 20). Registered as scoped
/// services; a test holds the tables named here against the model.
/// </summary>
public interface IPersonalData
{
    Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation);
}

public sealed record DataSubject(string PersonId, string BuyerId, string Email);

/// <param name="Title">As people say it: Orders.</param>
/// <param name="Tables">The tables that its rows are read from.</param>
/// <param name="Rows">Flat objects; their members are the columns.</param>
public sealed record DataSheet(string Title, IReadOnlyList<string> Tables, IReadOnlyList<object> Rows)
{
    /// <summary>No person has so much of anything; a limit all the same.</summary>
    public const int Most = 50_000;

    public static DataSheet Of<T>(string title, IReadOnlyList<string> tables, IEnumerable<T> rows) where T : class =>
        new(title, tables, [.. rows]);
}

/// <summary>Says why a person's data cannot go just yet (an order is on its way); asked before an account is deleted.</summary>
public interface IHoldsDeletion
{
    Task<bool> IsNeededAsync(DataSubject subject, CancellationToken cancellation);
}
