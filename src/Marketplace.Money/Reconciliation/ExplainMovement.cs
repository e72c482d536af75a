using FluentValidation;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Ledger;
using Marketplace.Money.Reconciliation.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Reconciliation;

/// <summary>
/// Says what an unknown movement was: its amount leaves the suspense account. Fails with
/// <c>reconciliation.no-such-movement</c>.
/// </summary>
/// <param name="Account">One of <see cref="ExplainMovementValidator.Accounts"/>.</param>
[Admin("money")]
public sealed record ExplainMovement(string MovementId, string Account, string Reason) : ICommand<Result>, IPlatformTransaction;

public sealed class ExplainMovementValidator : AbstractValidator<ExplainMovement>
{
    /// <summary>Where money from or to the outside belongs; sellers' and buyers' accounts move by their own journals only.</summary>
    public static readonly IReadOnlyList<string> Accounts =
    [
        LedgerAccounts.Bank, LedgerAccounts.StripeFees, LedgerAccounts.DisputeFees, LedgerAccounts.Exchange,
        LedgerAccounts.OtherIncome, LedgerAccounts.OtherExpense,
    ];

    public ExplainMovementValidator()
    {
        RuleFor(m => m.Account).Must(Accounts.Contains).WithMessage("Choose what it was.");
        RuleFor(m => m.Reason).NotEmpty().WithMessage("Say how you know; others will ask.").MaximumLength(300);
    }
}

internal sealed class ExplainMovementHandler(
    PlatformDb db, LedgerWriter ledger, AuditTrail audit, ISender sender, TimeProvider clock)
    : ICommandHandler<ExplainMovement, Result>
{
    private static readonly Error Gone = Error.NotFound(
        "reconciliation.no-such-movement", "This movement is explained already, or there is no such one.");

    public async ValueTask<Result> Handle(ExplainMovement command, CancellationToken cancellationToken)
    {
        var explained = await db.BalanceEntries
            .Where(e => e.Id == command.MovementId && e.State == BalanceEntryState.Unknown)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.State, BalanceEntryState.Explained), cancellationToken);
        if (explained == 0) return Gone;
        var entry = await db.BalanceEntries.AsNoTracking().SingleAsync(e => e.Id == command.MovementId, cancellationToken);
        if (entry.AmountMinor != 0)
        {
            await ledger.PostAsync(
                Journals.Explained(entry.Id, entry.OrderId, entry.CurrencyCode, command.Account, entry.AmountMinor,
                    clock.GetUtcNow().UtcDateTime), cancellationToken);
        }

        audit.Note(db, "money.movement-explained", "movement", entry.Id, $"{command.Account}: {command.Reason}");
        return await sender.Send(new SettleAlert(AlertKind.UnknownMovement, entry.Id), cancellationToken);
    }
}
