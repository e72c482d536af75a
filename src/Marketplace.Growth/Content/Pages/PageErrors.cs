using Marketplace.Kernel.Results;

namespace Marketplace.Growth.Content.Pages;

/// <summary>The refusals of the operator's own pages.</summary>
public static class PageErrors
{
    public static readonly Error NotFound = Error.NotFound("page.not-found", "There is no such page.");

    public static readonly Error Exists = Error.InvalidField(
        "page.exists", "Slug", "There is a page at this address already. Open it in the list.");

    public static readonly Error Reserved = Error.InvalidField(
        "page.reserved", "Slug", "This address belongs to a legal text; write it under Settings.");

    public static readonly Error NoLanguage = Error.InvalidField(
        "page.no-language", "Locale", "The marketplace does not speak this language. Add it under Settings first.");

    public static readonly Error Changed = Error.Conflict(
        "page.changed", "Somebody else has saved this page meanwhile. Look at theirs in the history, then save yours again.");

    public static readonly Error NotInFooter = Error.InvalidField(
        "page.not-published", "Slugs", "Only a published page can stand in the footer.");

    public static Error BadLink(string link) => Error.InvalidField(
        "page.bad-link", "Body",
        $"“{link}” is no address for a link: begin with https://, with mailto: or with / for a page of this marketplace.");

    public static Error BadPicture(string link) => Error.InvalidField(
        "page.bad-picture", "Body", $"“{link}” is no picture of this marketplace: their addresses begin with /media/.");

    public static Error DeadLink(string link) => Error.InvalidField(
        "page.dead-link", "Body", $"“{link}” leads to a page that nobody has written yet.");
}
