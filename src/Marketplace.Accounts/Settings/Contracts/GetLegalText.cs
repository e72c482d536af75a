using Marketplace.Accounts.Settings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Settings.Contracts;

/// <summary>The newest text of a kind. Error: legal-text.not-found.</summary>
[Anyone]
public sealed record GetLegalText(LegalTextKind Kind) : IQuery<Result<LegalText>>;

internal sealed class GetLegalTextHandler(BuyerDb db) : IQueryHandler<GetLegalText, Result<LegalText>>
{
    private static readonly Error NotFound = Error.NotFound("legal-text.not-found", "This text is not written yet.");

    public async ValueTask<Result<LegalText>> Handle(GetLegalText query, CancellationToken cancellationToken) =>
        await db.LegalTexts.AsNoTracking().Where(t => t.Kind == query.Kind).OrderByDescending(t => t.TextVersion)
            .FirstOrDefaultAsync(cancellationToken) is { } text
            ? text
            : NotFound;
}
