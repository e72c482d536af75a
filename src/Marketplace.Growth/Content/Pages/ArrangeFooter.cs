using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Pages;

/// <summary>
/// Which pages stand in the footer of every page, in this order; the legal texts always do. Errors: page.not-published,
/// home.changed.
/// </summary>
[Admin(AdminPermissions.Content)]
public sealed record ArrangeFooter(IReadOnlyList<string> Slugs) : ICommand<Result>, IPlatformTransaction;

internal sealed class ArrangeFooterValidator : AbstractValidator<ArrangeFooter>
{
    public ArrangeFooterValidator() => RuleFor(f => f.Slugs)
        .Must(s => s.Count <= 12 && s.Distinct(StringComparer.Ordinal).Count() == s.Count)
        .WithMessage("At most twelve pages in the footer, each once.");
}

internal sealed class ArrangeFooterHandler(PlatformDb db, IDatabaseProvider database, AuditTrail audit)
    : ICommandHandler<ArrangeFooter, Result>
{
    public async ValueTask<Result> Handle(ArrangeFooter command, CancellationToken cancellationToken)
    {
        var slugs = command.Slugs.ToList();
        var shown = await db.OwnPages.Where(p => slugs.Contains(p.Slug)).Select(p => p.Slug).Distinct()
            .CountAsync(cancellationToken);
        if (shown != slugs.Count) return PageErrors.NotInFooter;
        var home = await db.HomePages.SingleOrDefaultAsync(cancellationToken);
        if (home is null) db.HomePages.Add(home = new HomePage());
        home.Footer = slugs;
        audit.Note(db, "page.footer", "page", HomePage.OnlyId, string.Join(", ", slugs));
        return await db.TrySaveAsync(database, cancellationToken) ? Result.Success() : Home.HomeErrors.Changed;
    }
}
