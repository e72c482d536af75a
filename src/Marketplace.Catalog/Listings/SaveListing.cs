using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Catalog.Listings;

/// <summary>
/// Saves what the editor shows as a draft, and publishes it when asked to. Buyers see prices and stock at once, all
/// else with the next publication. Errors, beside invalid fields: <c>listing.not-found</c>, <c>listing.changed</c>,
/// <c>listing.sku-taken</c>, <c>listing.no-such-category</c>, <c>listing.attribute-value</c>,
/// <c>listing.no-such-picture</c>, those of <see cref="PublishListing"/>, and those of prices and stock.
/// </summary>
/// <param name="ListingId">Null: a new listing.</param>
/// <param name="Version">The version that was edited; null for a new one.</param>
/// <param name="IdempotencyKey">A program's, which may send the same twice; the editor has none.</param>
[Seller(SellerPermissions.Listings)]
public sealed record SaveListing(
    string? ListingId, long? Version, ListingDraft Draft, bool Publish = false, string? IdempotencyKey = null)
    : ICommand<Result<SavedListing>>, ISellerTransaction, IIdempotent;

/// <param name="IsHeld">It was to be published, and the marketplace looks at it first.</param>
public sealed record SavedListing(string ListingId, string ShortId, long Version, bool IsHeld = false);

internal sealed class SaveListingValidator : AbstractValidator<SaveListing>
{
    public SaveListingValidator() => RuleFor(m => m.Draft).SetValidator(new ListingDraftValidator());
}

internal sealed class ListingDraftValidator : AbstractValidator<ListingDraft>
{
    public ListingDraftValidator()
    {
        RuleFor(d => d.Title).NotEmpty().WithMessage("Give the listing a title.").MaximumLength(Listing.MaximumTitleLength);
        RuleFor(d => d.Description).MaximumLength(Description.MaximumLength);
        RuleFor(d => d.Brand).MaximumLength(80);
        RuleFor(d => d.SeoTitle).MaximumLength(70);
        RuleFor(d => d.SeoDescription).MaximumLength(170);
        RuleFor(d => d.Locale).NotEmpty().MaximumLength(12);
        RuleFor(d => d.Pictures).Must(p => p.Count <= Listing.MaximumPictures)
            .WithMessage($"A listing has at most {Listing.MaximumPictures} pictures.");
        RuleForEach(d => d.Pictures).ChildRules(p => p.RuleFor(x => x.Alt).MaximumLength(200));
        RuleFor(d => d.Attributes).Must(a => a.Count <= 100 && a.Values.All(v => v.Count <= 50))
            .WithMessage("Too many attributes.");
        AddOptions();
        AddVariants();
    }

    private void AddOptions()
    {
        RuleFor(d => d.Options).Must(o => o.Count <= Listing.MaximumOptions)
            .WithMessage($"A listing has at most {Listing.MaximumOptions} options.")
            .Must(o => o.Select(x => x.Name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == o.Count)
            .WithMessage("Two options have the same name.");
        RuleForEach(d => d.Options).ChildRules(o =>
        {
            o.RuleFor(x => x.Name).NotEmpty().WithMessage("Give the option a name.").MaximumLength(40);
            o.RuleFor(x => x.Values).NotEmpty().WithMessage("Give the option at least one value.")
                .Must(v => v.All(t => t is { Length: > 0 and <= 60 })).WithMessage("A value has 1 to 60 characters.")
                .Must(v => v.Distinct(StringComparer.OrdinalIgnoreCase).Count() == v.Count)
                .WithMessage("A value is there twice.");
        });
    }

    private void AddVariants()
    {
        RuleFor(d => d.Variants).NotEmpty().WithMessage("A listing has at least one variant.")
            .Must(v => v.Count <= Listing.MaximumVariants)
            .WithMessage($"A listing has at most {Listing.MaximumVariants} variants.")
            .Must(v => v.Select(x => x.Sku.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == v.Count)
            .WithMessage("Two variants have the same SKU.")
            .Must(v => v.Select(x => string.Join('\u001f', x.OptionValues)).Distinct(StringComparer.Ordinal).Count() == v.Count)
            .WithMessage("Two variants have the same options.");
        RuleFor(d => d).Must(d => d.Variants.All(v => v.OptionValues.Count == d.Options.Count
                && v.OptionValues.Zip(d.Options).All(p => p.Second.Values.Contains(p.First))))
            .OverridePropertyName("Variants").WithMessage("Each variant needs one of the values of each option.");
        RuleForEach(d => d.Variants).ChildRules(v =>
        {
            v.RuleFor(x => x.Sku).NotEmpty().WithMessage("Give the variant a SKU of your own.").MaximumLength(64);
            v.RuleFor(x => x.Gtin).Must(g => string.IsNullOrWhiteSpace(g) || Gtin.Normalise(g) is not null)
                .WithMessage("This is no GTIN: 8, 12, 13 or 14 digits, of which the last one checks the others.");
            v.RuleFor(x => x.WeightGrams).InclusiveBetween(0, 1_000_000)
                .WithMessage("A weight lies between 0 and 1,000,000 g.");
            v.RuleFor(x => x.Prices).Must(p => p.Select(x => x.CurrencyCode).Distinct(StringComparer.Ordinal).Count() == p.Count)
                .WithMessage("A currency is there twice.");
            v.RuleForEach(x => x.Stock).Must(s => s.Now is >= 0 and <= 1_000_000)
                .WithMessage("A count lies between 0 and 1,000,000.");
        });
    }
}
