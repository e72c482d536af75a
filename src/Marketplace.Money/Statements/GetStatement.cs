using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Ledger;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Statements;

/// <summary>
/// A seller's month in one currency, straight from the ledger: what it begins with, all that moved summed by kind, what
/// it ends with. A month that has ended never changes again, since what is booked later counts in its own month. Months
/// are of UTC. Fails with <c>statement.no-such-month</c>.
/// </summary>
/// <param name="Month"><c>2026-03</c>; null: the month of now.</param>
/// <param name="CurrencyCode">Null: the first one in which anything moved.</param>
[Seller("money")]
public sealed record GetStatement(string? Month = null, string? CurrencyCode = null) : IQuery<Result<Statement>>;

/// <param name="Months">In which anything can have moved, the newest first.</param>
public sealed record Statement(
    string Month, string CurrencyCode, DateTime BeginsUtc, DateTime EndsUtc, StatementBalance Opening,
    StatementBalance Closing, IReadOnlyList<StatementSum> Sums, IReadOnlyList<string> Months, IReadOnlyList<string> Currencies);

/// <param name="HereMinor">With the platform: held and payable, less what the seller owes back.</param>
/// <param name="AccountMinor">At the seller's account with the processor.</param>
public sealed record StatementBalance(long HereMinor, long AccountMinor)
{
    public long TotalMinor => HereMinor + AccountMinor;
}

public sealed record StatementSum(StatementKind Kind, StatementFigures Figures);

public enum StatementKind
{
    Sale,
    Refund,
    RefundReturned,
    Transfer,
    Payout,
    PayoutReturned,
    Other,
}

internal sealed class GetStatementHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : IQueryHandler<GetStatement, Result<Statement>>
{
    private const int MostMonths = 120;

    public async ValueTask<Result<Statement>> Handle(GetStatement query, CancellationToken cancellationToken)
    {
        var books = new SellerBooks(db, caller.Caller.TenantId ?? throw new MissingOwnerException("seller"));
        var now = Statements.Month.Of(clock.GetUtcNow().UtcDateTime);
        if ((query.Month is null ? now : Statements.Month.Parse(query.Month)) is not { } month) return StatementErrors.NoSuchMonth;
        var used = await UsedAsync(books, cancellationToken);
        var currency = query.CurrencyCode ?? used.Keys.Order(StringComparer.Ordinal).FirstOrDefault() ?? "EUR";
        if (Currency.Find(currency) is null) return StatementErrors.NoSuchMonth;

        var opening = await books.BalancesAsync(currency, month.FirstId, cancellationToken);
        var sums = await books.ByKindAsync(currency, month.FirstId, month.EndId, cancellationToken);
        var moved = sums.Values.Aggregate(StatementFigures.Zero, (a, b) => a + b);
        return new Statement(
            month.ToString(), currency, month.BeginsUtc, month.EndsUtc,
            new StatementBalance(opening.HereMinor, opening.AccountMinor),
            new StatementBalance(opening.HereMinor + moved.BalanceMinor, opening.AccountMinor + moved.AccountMinor),
            [.. sums.GroupBy(s => StatementKinds.Of(s.Key)).Where(g => g.Key is not null).OrderBy(g => g.Key)
                .Select(g => new StatementSum(g.Key!.Value, g.Select(s => s.Value).Aggregate((a, b) => a + b)))],
            Months(used.Values.Order(StringComparer.Ordinal).FirstOrDefault(), now), [.. used.Keys.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The currencies that ever moved, and the first journal of each.</summary>
    private async Task<Dictionary<string, string>> UsedAsync(SellerBooks books, CancellationToken cancellation)
    {
        var accounts = books.Accounts.All;
        return await db.LedgerPostings.AsNoTracking()
            .Where(p => accounts.Contains(p.DebitAccount) || accounts.Contains(p.CreditAccount))
            .GroupBy(p => p.CurrencyCode).Select(g => new { g.Key, First = g.Min(p => p.TransactionId)! })
            .ToDictionaryAsync(g => g.Key, g => g.First, StringComparer.Ordinal, cancellation);
    }

    private static List<string> Months(string? firstId, Month now)
    {
        List<string> months = [];
        for (var month = now; months.Count < MostMonths; month = Statements.Month.Of(month.BeginsUtc.AddDays(-1)))
        {
            months.Add(month.ToString());
            if (firstId is null || string.CompareOrdinal(firstId, month.FirstId) >= 0) break;
        }

        return months;
    }
}

internal static class StatementKinds
{
    /// <summary>Null for what moves nothing for the seller: from held to payable.</summary>
    public static StatementKind? Of(string journalKind) => journalKind switch
    {
        "release" => null,
        "sale" => StatementKind.Sale,
        "refund" or "outside-refund" => StatementKind.Refund,
        "refund-reversed" => StatementKind.RefundReturned,
        "transfer" => StatementKind.Transfer,
        "payout" => StatementKind.Payout,
        "payout-failed" => StatementKind.PayoutReturned,
        _ => StatementKind.Other,
    };
}

internal static class StatementErrors
{
    public static readonly Error NoSuchMonth = Error.NotFound(
        "statement.no-such-month", "There is no statement of this month and currency.");
}
