using FluentValidation;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content;

/// <summary>Makes or replaces a shelf of listings chosen by hand; the first five by position stand on the home page.</summary>
[Admin("settings")]
public sealed record SaveCollection(string Slug, string Title, string Lead, int Position, IReadOnlyList<string> ListingIds)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SaveCollectionValidator : AbstractValidator<SaveCollection>
{
    public SaveCollectionValidator()
    {
        RuleFor(c => c.Slug).Matches("^[a-z0-9][a-z0-9-]{1,59}$");
        RuleFor(c => c.Title).NotEmpty().MaximumLength(80);
        RuleFor(c => c.Lead).MaximumLength(200);
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
        shelf.ListingIds = [.. command.ListingIds.Distinct(StringComparer.Ordinal)];
        return Result.Success();
    }
}
