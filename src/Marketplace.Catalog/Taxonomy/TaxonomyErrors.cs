using Marketplace.Kernel.Results;

namespace Marketplace.Catalog.Taxonomy;

internal static class TaxonomyErrors
{
    public static readonly Error NoSuchCategory = Error.NotFound("category.not-found", "There is no such category.");

    public static readonly Error NoSuchParent = Error.InvalidField(
        "category.no-such-parent", "ParentId", "There is no such category to put it under.");

    public static readonly Error SlugTaken = Error.InvalidField(
        "category.slug-taken", "Slug", "Another category has this address, or had it once.");

    public static readonly Error TooDeep = Error.InvalidField(
        "category.too-deep", "ParentId", "The tree has at most five levels; choose a place nearer to the root.");

    public static readonly Error UnderItself = Error.InvalidField(
        "category.under-itself", "ParentId", "A category cannot be put under itself or one of its own branches.");

    public static readonly Error HasChildren = Error.Conflict(
        "category.has-children", "Move or merge the categories under it first.");

    public static Error MergeLoses(string lost) => Error.Conflict(
        "category.merge-loses",
        $"These would not be shown any more: {lost}. Add them to the other category first, or say that they may go.");

    public static readonly Error IntoItself = Error.InvalidField(
        "category.into-itself", "IntoId", "Choose another category to merge this one into.");

    public static readonly Error Changed = Error.Conflict(
        "category.changed", "Somebody else has changed this meanwhile. Look at it again, then repeat your change.");

    public static readonly Error NoSuchAttribute = Error.NotFound("attribute.not-found", "There is no such attribute.");

    public static readonly Error CodeTaken = Error.InvalidField(
        "attribute.code-taken", "Code", "This category, one above it or one below it already has an attribute of this code.");
}
