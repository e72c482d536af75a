using Marketplace.Kernel.Results;

namespace Marketplace.Catalog.Exchange;

internal static class ExchangeErrors
{
    public static readonly Error NotFound = Error.NotFound("import.not-found", "There is no such import.");

    public static readonly Error Empty = Error.InvalidField(
        "import.empty", "File", "The file has no rows. Choose one with a row of titles and a row for each variant.");

    public static readonly Error TooLarge = Error.InvalidField(
        "import.too-large", "File", "A file has at most 20 MB. Split it and import its parts one after the other.");

    public static readonly Error NotATable = Error.InvalidField(
        "import.not-a-table", "File", "This is no table we can read. Save it as CSV or as an Excel workbook (.xlsx).");

    public static readonly Error NoColumns = Error.InvalidField(
        "import.no-columns", "File", "Only one column was found. Save it with commas, semicolons or tabs between the columns.");

    public static readonly Error PicturesTooLarge = Error.InvalidField(
        "import.pictures-too-large", "Pictures", "A ZIP of pictures has at most 100 MB. Import the listings in parts.");

    public static readonly Error NoZip = Error.InvalidField(
        "import.no-zip", "Pictures", "This is no ZIP file. Put the pictures into one, without folders if you can.");

    public static readonly Error NothingToFindBy = Error.InvalidField(
        "import.no-key", "Columns", "Say which column is the SKU or the handle: without one nothing can be told apart.");

    public static readonly Error ColumnTwice = Error.InvalidField(
        "import.column-twice", "Columns", "Two columns mean the same. Leave one of them out.");

    public static readonly Error NoSuchCurrency = Error.InvalidField(
        "import.no-such-currency", "CurrencyCode", "Choose one of the currencies of this platform.");

    public static readonly Error NoSuchCategory = Error.InvalidField(
        "import.no-such-category", "CategoryId", "Choose one of the categories.");

    public static readonly Error WrongState = Error.Conflict(
        "import.wrong-state", "The import has moved on meanwhile. Look at where it stands now, then decide.");

    public static readonly Error NothingToDo = Error.Refused(
        "import.nothing-to-do", "Nothing in this file would change your listings.");
}
