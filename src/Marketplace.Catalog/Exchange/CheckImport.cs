using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// Says what the columns mean and has the file compared with the catalogue, in the background; nothing changes yet. Can
/// be said again until the import has begun. Errors: <c>import.not-found</c>, <c>import.wrong-state</c>,
/// <c>import.no-key</c>, <c>import.column-twice</c>, <c>import.no-such-currency</c>, <c>import.no-such-category</c>.
/// </summary>
/// <param name="Fields">One for each column of the file, in their order; null leaves the column out.</param>
[Seller(SellerPermissions.Listings)]
public sealed record CheckImport(string ImportId, IReadOnlyList<string?> Fields, ImportOptions Options)
    : ICommand<Result>, ISellerTransaction;

internal sealed class CheckImportHandler(SellerDb db) : ICommandHandler<CheckImport, Result>
{
    public async ValueTask<Result> Handle(CheckImport command, CancellationToken cancellationToken)
    {
        if (await db.ImportRuns.SingleOrDefaultAsync(r => r.Id == command.ImportId, cancellationToken) is not { } run)
            return ExchangeErrors.NotFound;
        if (run.State is not (ImportState.Columns or ImportState.Ready or ImportState.Failed)) return ExchangeErrors.WrongState;
        if (Currency.Find(command.Options.CurrencyCode) is null) return ExchangeErrors.NoSuchCurrency;
        if (command.Options.CategoryId is { } category && !await db.Set<Taxonomy.Contracts.Category>()
            .AnyAsync(c => c.Id == category, cancellationToken))
            return ExchangeErrors.NoSuchCategory;

        var columns = run.Columns.Select((c, i) => c with { Field = FieldAt(command.Fields, i) }).ToList();
        var fields = columns.Select(c => c.Field).OfType<string>().ToList();
        if (fields.Distinct(StringComparer.Ordinal).Count() != fields.Count) return ExchangeErrors.ColumnTwice;
        if (!fields.Contains(ImportFields.Sku) && !fields.Contains(ImportFields.Handle)) return ExchangeErrors.NothingToFindBy;

        await db.ImportItems.Where(i => i.RunId == run.Id).ExecuteDeleteAsync(cancellationToken);
        run.Check(columns, command.Options);
        return Result.Success();
    }

    private static string? FieldAt(IReadOnlyList<string?> fields, int index) =>
        index < fields.Count && fields[index] is { Length: > 0 } field && ImportFields.IsField(field) ? field : null;
}
