namespace Marketplace.Catalog.Listings.Contracts;

public enum ListingState
{
    Draft,
    Published,
    Paused,
    Archived,
}
