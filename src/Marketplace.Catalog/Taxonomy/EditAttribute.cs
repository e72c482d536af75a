using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Taxonomy;

/// <summary>
/// Changes an attribute; its code and kind stay. A choice taken away stays on listings until they are next
/// published. Errors: <c>attribute.not-found</c>, <c>category.changed</c>.
/// </summary>
[Admin(AdminPermissions.Catalog)]
public sealed record EditAttribute(string Id, long Version, AttributeForm Form) : ICommand<Result>, IPlatformTransaction;

internal sealed class EditAttributeValidator : AbstractValidator<EditAttribute>
{
    public EditAttributeValidator() => RuleFor(m => m.Form).SetValidator(new AttributeFormValidator());
}

internal sealed class EditAttributeHandler(PlatformDb db, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<EditAttribute, Result>
{
    public async ValueTask<Result> Handle(EditAttribute command, CancellationToken cancellationToken)
    {
        if (await db.AttributeDefinitions.SingleOrDefaultAsync(a => a.Id == command.Id, cancellationToken) is not { } attribute)
            return TaxonomyErrors.NoSuchAttribute;
        if (attribute.Version != command.Version) return TaxonomyErrors.Changed;
        var form = command.Form;
        (attribute.Name, attribute.Unit, attribute.Sort) = (form.Name.Trim(), form.Unit, form.Sort);
        (attribute.IsRequired, attribute.IsFilter, attribute.IsVariantOption) =
            (form.IsRequired, form.IsFilter, form.IsVariantOption);
        attribute.Choices = [.. form.Choices];
        audit.Note(db, "attribute.edited", "category", attribute.CategoryId, attribute.Code);
        events.Publish(new CategoriesChanged(), CategoriesChanged.Key, clock.GetUtcNow().UtcTicks);
        return Result.Success();
    }
}

/// <summary>Takes an attribute away; the values stay on the listings, unseen. Error: <c>attribute.not-found</c>.</summary>
[Admin(AdminPermissions.Catalog)]
public sealed record RemoveAttribute(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class RemoveAttributeHandler(PlatformDb db, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<RemoveAttribute, Result>
{
    public async ValueTask<Result> Handle(RemoveAttribute command, CancellationToken cancellationToken)
    {
        if (await db.AttributeDefinitions.SingleOrDefaultAsync(a => a.Id == command.Id, cancellationToken) is not { } attribute)
            return TaxonomyErrors.NoSuchAttribute;
        db.Remove(attribute);
        audit.Note(db, "attribute.removed", "category", attribute.CategoryId, attribute.Code);
        events.Publish(new CategoriesChanged(), CategoriesChanged.Key, clock.GetUtcNow().UtcTicks);
        return Result.Success();
    }
}
