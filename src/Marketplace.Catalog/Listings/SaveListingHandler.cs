using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

internal sealed class SaveListingHandler(SellerDb db, ISender sender, IDatabaseProvider database, TimeProvider clock)
    : ICommandHandler<SaveListing, Result<SavedListing>>
{
    public async ValueTask<Result<SavedListing>> Handle(SaveListing command, CancellationToken cancellationToken)
    {
        var (draft, now) = (command.Draft, clock.GetUtcNow().UtcDateTime);
        var listing = await FindOrStartAsync(command, now, cancellationToken);
        if (listing is null) return ListingErrors.NotFound;
        if (command.ListingId is not null && listing.Version != command.Version) return ListingErrors.Changed;
        if (await CheckAsync(listing, draft, cancellationToken) is { } refused) return refused;

        await WriteTextAsync(listing, draft, cancellationToken);
        var variants = await VariantSync.ApplyAsync(db, listing, draft.Variants, clock, cancellationToken);
        if (!variants.Ok) return variants.Error;
        listing.Edited(now);
        if (await FlushAsync(cancellationToken) is { } conflict) return conflict;

        if (await SetPricesAndStockAsync(draft.Variants, variants.Value, cancellationToken) is { } error) return error;
        var isHeld = false;
        if (command.Publish)
        {
            var published = await sender.Send(new PublishListing(listing.Id), cancellationToken);
            if (!published.Ok) return published.Error;
            if (await FlushAsync(cancellationToken) is { } late) return late;
            isHeld = published.Value.IsHeld;
        }

        return new SavedListing(listing.Id, listing.ShortId, listing.Version, isHeld);
    }

    private async Task<Listing?> FindOrStartAsync(SaveListing command, DateTime now, CancellationToken cancellation)
    {
        if (command.ListingId is { } id) return await db.Listings.SingleOrDefaultAsync(l => l.Id == id, cancellation);
        var fresh = Ids.New(clock);
        var listing = new Listing
        {
            TenantId = db.TenantId, Id = fresh, ShortId = fresh[^10..], Title = "", CreatedAtUtc = now, ChangedAtUtc = now,
        };
        db.Add(listing);
        db.Add(new ListingChange { TenantId = db.TenantId, ListingId = fresh });
        return listing;
    }

    private async Task<Error?> CheckAsync(Listing listing, ListingDraft draft, CancellationToken cancellation)
    {
        var tree = await CategoryTreeReader.ReadAsync(db, cancellation);
        if (draft.CategoryId is not null && tree.Find(draft.CategoryId) is null)
            return ListingErrors.Field("listing.no-such-category", "Draft.CategoryId", "Choose one of the categories.");
        var definitions = tree.AttributesOf(draft.CategoryId);
        var (attributes, problems) = AttributeValues.Read(draft.Attributes, definitions);
        if (problems.Count > 0)
            return new Error("listing.attribute-value", problems.First().Value[0], ErrorKind.Invalid, problems);
        if (await PicturesAreOwnAsync(draft, cancellation) is false)
            return ListingErrors.Field("listing.no-such-picture", "Draft.Pictures", "A picture is not in your library; upload it again.");

        listing.CategoryId = draft.CategoryId;
        listing.Attributes = attributes;
        listing.Brand = draft.Brand.Trim();
        listing.Pictures = [.. draft.Pictures.Select(p => p with { Alt = p.Alt.Trim() })];
        listing.Options = [.. draft.Options.Select(o =>
            new ListingOption(o.Name.Trim(), o.Values, AttributeValues.CodeOf(o.Name, definitions)))];
        if (draft.Locale == ListingDraft.FirstLocale) listing.Title = draft.Title.Trim();
        return null;
    }

    private async Task<bool> PicturesAreOwnAsync(ListingDraft draft, CancellationToken cancellation)
    {
        var refs = draft.Pictures.Select(p => p.Ref)
            .Concat(draft.Variants.Select(v => v.PictureRef).OfType<string>()).Distinct(StringComparer.Ordinal).ToList();
        if (refs.Count == 0) return true;
        return (await sender.Send(new CountOwnPictures(refs), cancellation)).Required() == refs.Count;
    }

    private async Task WriteTextAsync(Listing listing, ListingDraft draft, CancellationToken cancellation)
    {
        var text = await db.ListingTexts
            .SingleOrDefaultAsync(t => t.ListingId == listing.Id && t.Locale == draft.Locale, cancellation);
        if (text is null)
        {
            text = new ListingText
            {
                TenantId = listing.TenantId, ListingId = listing.Id, Locale = draft.Locale, Title = "",
            };
            db.Add(text);
        }

        (text.Title, text.Description) = (draft.Title.Trim(), draft.Description.Trim());
        (text.SeoTitle, text.SeoDescription) = (draft.SeoTitle.Trim(), draft.SeoDescription.Trim());
    }

    private async Task<Error?> SetPricesAndStockAsync(
        IReadOnlyList<VariantDraft> drafts, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var prices = drafts.Zip(ids).Select(p => new PricesOfOffer(
            p.Second, [.. p.First.Prices.Select(x => new PriceToSet(x.CurrencyCode, x.PriceMinor, x.CompareAtMinor))])).ToList();
        var priced = await sender.Send(new SetPrices(prices), cancellation);
        if (!priced.Ok) return AtDraft(priced.Error, "Offers", "Draft.Variants");

        var counts = drafts.Zip(ids).SelectMany(p => p.First.Stock.Where(s => s.Now != s.Was)
            .Select(s => new StockChange(p.Second, s.LocationId, s.Now - s.Was))).ToList();
        if (counts.Count == 0) return null;
        var counted = await sender.Send(new ChangeStock(counts, StockReason.Counted, ""), cancellation);
        // Its fields number the changes, which the editor does not know: the message stands above the form.
        return counted.Ok ? null : counted.Error with { Fields = null };
    }

    /// <summary>The fields of an inner message, by the names that the editor knows.</summary>
    private static Error AtDraft(Error error, string from, string to) => error.Fields is null ? error : error with
    {
        Fields = error.Fields.ToDictionary(
            f => f.Key.StartsWith(from, StringComparison.Ordinal) ? to + f.Key[from.Length..] : f.Key, f => f.Value),
    };

    private async Task<Error?> FlushAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ListingErrors.Changed;
        }
        catch (DbUpdateException exception) when (database.IsDuplicateKey(exception))
        {
            // Another editor took the SKU after it was checked; the transaction is over with this answer.
            return VariantSync.SkuTaken("Draft.Variants", "One of these SKUs");
        }
    }
}
