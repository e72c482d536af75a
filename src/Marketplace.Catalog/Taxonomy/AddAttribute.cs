using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Taxonomy;

/// <summary>What an admin says of an attribute; the same for a new one and a changed one.</summary>
public sealed record AttributeForm(
    string Name, string? Unit, bool IsRequired, bool IsFilter, bool IsVariantOption, int Sort,
    IReadOnlyList<AttributeChoice> Choices);

/// <summary>
/// Gives a category, and all below it, an attribute; answers its id. Errors: <c>category.not-found</c>,
/// <c>attribute.code-taken</c>.
/// </summary>
/// <param name="Code">Stands on listings and in addresses of filters; never changes.</param>
[Admin(AdminPermissions.Catalog)]
public sealed record AddAttribute(string CategoryId, string Code, AttributeKind Kind, AttributeForm Form)
    : ICommand<Result<string>>, IPlatformTransaction;

internal sealed class AddAttributeValidator : AbstractValidator<AddAttribute>
{
    public AddAttributeValidator()
    {
        RuleFor(m => m.Code).NotEmpty().Must(c => Slug.IsWellFormed(c ?? "") && c!.Length <= 40)
            .WithMessage("A code has lower-case letters, digits and hyphens, like screen-size.");
        RuleFor(m => m.Form).SetValidator(new AttributeFormValidator());
        RuleFor(m => m.Form.Choices).NotEmpty()
            .When(m => m.Kind is AttributeKind.Select or AttributeKind.MultiSelect)
            .WithMessage("Give at least one choice.");
    }
}

internal sealed class AttributeFormValidator : AbstractValidator<AttributeForm>
{
    public AttributeFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Give the attribute a name.").MaximumLength(60);
        RuleFor(f => f.Unit).MaximumLength(16);
        RuleFor(f => f.Sort).InclusiveBetween(0, 100_000);
        RuleFor(f => f.Choices).Must(c => c.Count <= AttributeDefinition.MaximumChoices)
            .WithMessage($"At most {AttributeDefinition.MaximumChoices} choices.")
            .Must(c => c.Select(x => x.Value).Distinct(StringComparer.Ordinal).Count() == c.Count)
            .WithMessage("Two choices have the same value.")
            .Must(c => c.All(x => x.Value is { Length: > 0 and <= 60 } && x.Label is { Length: > 0 and <= 60 }))
            .WithMessage("A choice has 1 to 60 characters.");
    }
}

internal sealed class AddAttributeHandler(PlatformDb db, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<AddAttribute, Result<string>>
{
    public async ValueTask<Result<string>> Handle(AddAttribute command, CancellationToken cancellationToken)
    {
        var category = await db.Categories.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == command.CategoryId, cancellationToken);
        if (category is null) return TaxonomyErrors.NoSuchCategory;
        if (await IsTakenAsync(category, command.Code, cancellationToken)) return TaxonomyErrors.CodeTaken;

        var form = command.Form;
        var attribute = new AttributeDefinition
        {
            Id = Ids.New(clock), CategoryId = category.Id, Code = command.Code, Kind = command.Kind, Name = form.Name.Trim(),
            Unit = form.Unit, IsRequired = form.IsRequired, IsFilter = form.IsFilter,
            IsVariantOption = form.IsVariantOption, Sort = form.Sort, Choices = [.. form.Choices],
        };
        db.Add(attribute);
        audit.Note(db, "attribute.added", "category", category.Id, command.Code);
        events.Publish(new CategoriesChanged(), CategoriesChanged.Key, clock.GetUtcNow().UtcTicks);
        return attribute.Id;
    }

    private async Task<bool> IsTakenAsync(Category category, string code, CancellationToken cancellation)
    {
        var above = category.Path.Split('/');
        var below = category.Path + "/";
        var relatives = db.Categories.Where(c => above.Contains(c.Id) || c.Path.StartsWith(below)).Select(c => c.Id);
        return await db.AttributeDefinitions.AnyAsync(a => a.Code == code && relatives.Contains(a.CategoryId), cancellation);
    }
}
