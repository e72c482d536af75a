using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>Accepts the seller terms in the version that was read; again is fine. Error: seller.old-terms.</summary>
[Seller(SellerPermissions.Settings)]
public sealed record AcceptTerms(int TermsVersion) : ICommand<Result>, ISellerTransaction;

internal sealed class AcceptTermsHandler(
    SellerDb db, CallerAccessor caller, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<AcceptTerms, Result>
{
    public async ValueTask<Result> Handle(AcceptTerms command, CancellationToken cancellationToken)
    {
        var terms = await sender.Send(new GetLegalText(LegalTextKind.SellerTerms), cancellationToken);
        if (terms.Error is { } error) return error;
        if (terms.Value!.TextVersion != command.TermsVersion) return SellerErrors.OldTerms;
        var known = await db.TermsAcceptances.AnyAsync(t => t.TermsVersion == command.TermsVersion, cancellationToken);
        if (known) return Result.Success();
        db.TermsAcceptances.Add(new TermsAcceptance
        {
            TenantId = db.TenantId, Id = Ids.New(clock), TermsVersion = command.TermsVersion,
            PersonId = caller.Caller.Actor, AtUtc = clock.GetUtcNow().UtcDateTime,
        });
        audit.Note(db, "seller.terms-accepted", "seller", db.TenantId, $"version {command.TermsVersion}");
        return Result.Success();
    }
}
