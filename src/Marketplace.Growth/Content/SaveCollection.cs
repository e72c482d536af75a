using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content;

/// <summary>Makes or replaces a shelf of listings chosen by hand; the first five by position stand on the home page.</summary>
/// <param name="PriceCaps">By currency, in minor units: only what costs less is shown; null: whatever it costs.</param>
[Admin(AdminPermissions.Content)]
public sealed record SaveCollection(
    string Slug, string Title, string Lead, int Position, IReadOnlyList<string> ListingIds,
    IReadOnlyDictionary<string, long>? PriceCaps = null)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SaveCollectionValidator : AbstractValidator<SaveCollection>
{
    public SaveCollectionValidator()
    {
        RuleFor(c => c.Slug).Matches("^[a-z0-9][a-z0-9-]{1,59}$");
        RuleFor(c => c.Title).NotEmpty().MaximumLength(80);
        RuleFor(c => c.Lead).MaximumLength(200);
        RuleForEach(c => c.PriceCaps).Must(cap => Currency.Find(cap.Key)?.IsWholeQuanta(cap.Value) == true && cap.Value > 0)
            .WithMessage("A price cap is an amount above zero in a currency that this platform can count in.");
        RuleFor(c => c.PriceCaps).NotEmpty().When(c => c.Title.Contains("{price}", StringComparison.Ordinal))
            .WithMessage("A title that names a price needs one for each currency.");
        RuleFor(c => c.ListingIds.Count).InclusiveBetween(1, Collection.MostListings);
    }
}

internal sealed class SaveCollectionHandler(PlatformDb db) : ICommandHandler<SaveCollection, Result>
{
    public async ValueTask<Result> Handle(SaveCollection command, CancellationToken cancellation)
    {
        var shelf = await db.Collections.SingleOrDefaultAsync(c => c.Slug == command.Slug, cancellation);
        if (shelf is null) db.Collections.Add(shelf = new Collection { Slug = command.Slug, Title = command.Title });
        (shelf.Title, shelf.Lead, shelf.Position) = (command.Title, command.Lead, command.Position);
        shelf.PriceCaps = new Dictionary<string, long>(command.PriceCaps ?? new Dictionary<string, long>(), StringComparer.Ordinal);
        shelf.ListingIds = [.. command.ListingIds.Distinct(StringComparer.Ordinal)];
        return Result.Success();
    }
}
