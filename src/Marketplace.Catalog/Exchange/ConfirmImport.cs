using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// Lets the import begin, as its preview shows it; rows with errors are left out. Errors: <c>import.not-found</c>,
/// <c>import.wrong-state</c>, <c>import.nothing-to-do</c>.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record ConfirmImport(string ImportId) : ICommand<Result>, ISellerTransaction;

/// <summary>
/// Puts everything back that the import did: what it made goes, what it changed becomes what it was. Listings that
/// somebody has changed since are left alone, and the run says which. Errors: <c>import.not-found</c>,
/// <c>import.wrong-state</c>.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record UndoImport(string ImportId) : ICommand<Result>, ISellerTransaction;

internal sealed class ConfirmImportHandler(SellerDb db)
    : ICommandHandler<ConfirmImport, Result>, ICommandHandler<UndoImport, Result>
{
    public async ValueTask<Result> Handle(ConfirmImport command, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.SingleOrDefaultAsync(r => r.Id == command.ImportId, cancellationToken);
        if (run is null) return ExchangeErrors.NotFound;
        if (run.State != ImportState.Ready) return ExchangeErrors.WrongState;
        if (!await db.ImportItems.AnyAsync(
                i => i.RunId == run.Id && (i.Outcome == ImportOutcome.New || i.Outcome == ImportOutcome.Changed), cancellationToken))
            return ExchangeErrors.NothingToDo;
        run.Begin(ImportState.Running);
        return Result.Success();
    }

    public async ValueTask<Result> Handle(UndoImport command, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.SingleOrDefaultAsync(r => r.Id == command.ImportId, cancellationToken);
        if (run is null) return ExchangeErrors.NotFound;
        if (run.State != ImportState.Done) return ExchangeErrors.WrongState;
        run.Begin(ImportState.Undoing);
        return Result.Success();
    }
}
