using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>
/// Makes a draft like a listing: all of its words in all languages, pictures, variants and prices, with SKUs of its own
/// and nothing in stock. Numbers of the trade (GTIN) stay behind, since another thing has another. Error:
/// <c>listing.not-found</c>.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record DuplicateListing(string ListingId) : ICommand<Result<SavedListing>>, ISellerTransaction;

internal sealed class DuplicateListingHandler(SellerDb db, ISender sender) : ICommandHandler<DuplicateListing, Result<SavedListing>>
{
    public async ValueTask<Result<SavedListing>> Handle(DuplicateListing command, CancellationToken cancellationToken)
    {
        var found = await sender.Send(new GetMyListing(command.ListingId), cancellationToken);
        if (!found.Ok) return found.Error;
        var draft = found.Value.Draft;
        var skus = await FreeSkusAsync([.. draft.Variants.Select(v => v.Sku)], cancellationToken);
        var saved = await sender.Send(new SaveListing(null, null, draft with
        {
            Title = Fit(draft.Title, " (copy)", Listing.MaximumTitleLength),
            Variants = [.. draft.Variants.Select((v, i) => v with { Id = null, Sku = skus[i], Gtin = null, Stock = [] })],
        }), cancellationToken);
        if (!saved.Ok) return saved;

        foreach (var text in await db.ListingTexts.AsNoTracking()
                     .Where(t => t.ListingId == command.ListingId && t.Locale != ListingDraft.FirstLocale).ToListAsync(cancellationToken))
        {
            db.Add(new ListingText
            {
                TenantId = text.TenantId, ListingId = saved.Value.ListingId, Locale = text.Locale, Title = text.Title,
                Description = text.Description, SeoTitle = text.SeoTitle, SeoDescription = text.SeoDescription,
            });
        }

        return saved;
    }

    /// <summary>"MUG-R" becomes "MUG-R-2", or -3 where that is taken: one number for all, so that they stay a family.</summary>
    private async Task<List<string>> FreeSkusAsync(List<string> skus, CancellationToken cancellation)
    {
        for (var number = 2; ; number++)
        {
            var wanted = skus.ConvertAll(s => Fit(s, $"-{number}", 64));
            if (!await db.ListingVariants.AnyAsync(v => wanted.Contains(v.Sku), cancellation)
                && wanted.Distinct(StringComparer.OrdinalIgnoreCase).Count() == wanted.Count) return wanted;
        }
    }

    private static string Fit(string text, string tail, int length) =>
        (text.Length + tail.Length <= length ? text : text[..(length - tail.Length)]) + tail;
}
