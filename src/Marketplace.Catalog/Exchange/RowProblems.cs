using Marketplace.Catalog.Exchange.Contracts;

namespace Marketplace.Catalog.Exchange;

/// <summary>What can be wrong in a file, each with how to mend it. The texts are keys of the interface's words.</summary>
public static class RowProblems
{
    /// <summary>All texts of this class: a test holds them against the translations.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        TooLong, TooFewCells, TooManyCells, OpenQuote, TooManyRows, Formula, BrokenCell, NoPrice, Decimals, NoNumber, NoWeight,
        NoGtin, NoCategory, NoLocation, NoOptionValue, NoSku, NoTitle, SkuTwice, SkuElsewhere, Unsaved, Draft, Picture, PriceRule,
        NoAttribute, NoAddress,
    ];

    private const string TooLong = "The cell has {0} characters; at most {1} are read. "
        + "Shorten it, or look for a missing quotation mark before it.";
    private const string TooFewCells = "The row has {0} cells where the first row has {1} titles. "
        + "A separator or a quotation mark is missing.";
    private const string TooManyCells = "The row has {0} cells where the first row has {1} titles. "
        + "Put texts with separators into quotation marks.";
    private const string OpenQuote = "From here on nothing can be read: a quotation mark is opened and not closed. "
        + "Quotation marks inside a text are doubled.";
    private const string TooManyRows = "Only the first {0} rows are read. Split the file and import its parts one after the other.";
    private const string Formula = "This is a formula. Put its result here as a value.";
    private const string BrokenCell = "The workbook shows an error here. Mend its formula, or put a value.";
    private const string NoPrice = "“{0}” is not a price in {1}. Write it like 1299.90, or choose the decimal comma under Columns.";
    private const string Decimals = "“{0}” has more decimals than {1} has. Round it.";
    private const string NoNumber = "“{0}” is not a whole number.";
    private const string NoWeight = "“{0}” is not a weight. Write a number alone, like 420 or 0.42.";
    private const string NoGtin = "“{0}” is no GTIN: 8, 12, 13 or 14 digits, of which the last one checks the others. "
        + "In a workbook, format the column as text.";
    private const string NoCategory = "There is no category “{0}” here. Correct it, or choose a category for such rows under Columns.";
    private const string NoLocation = "You have no location “{0}”. Add it under Stock, or leave the column out.";
    private const string NoOptionValue = "The variant has no value for {0}. Every variant of a listing has one for each option.";
    private const string NoSku = "The row has no SKU and no handle to make one from. Give it a SKU of your own.";
    private const string NoTitle = "The listing is new and has no title. Give it one.";
    private const string SkuTwice = "The SKU “{0}” stands in the file twice. Each variant has its own.";
    private const string SkuElsewhere = "The SKU “{0}” belongs to another of your listings.";
    private const string Unsaved = "The listing cannot be saved like this: {0}";
    private const string Draft = "It is saved as a draft, since buyers could not see it yet: {0}";
    private const string Picture = "The picture {0} was left out: {1}";
    private const string PriceRule = "The price cannot be charged: {0}";
    private const string NoAttribute = "“{0}” is not code=value. Write it like colour=blue; material=wool|silk.";
    private const string NoAddress = "“{0}” is neither an address that begins with https:// nor a file of the ZIP.";

    internal static RowProblem CellTooLong(int line, string column, int length) =>
        At(line, column, TooLong, $"{length}", $"{Sheet.MaximumCell}");

    internal static RowProblem FewCells(int line, int cells, int titles) => At(line, "", TooFewCells, $"{cells}", $"{titles}");

    internal static RowProblem ManyCells(int line, int cells, int titles) => At(line, "", TooManyCells, $"{cells}", $"{titles}");

    internal static RowProblem NotClosed(int line) => At(line, "", OpenQuote);

    internal static RowProblem RowsLeftOut(int line) => At(line, "", TooManyRows, $"{Sheet.MaximumRows}");

    internal static RowProblem IsFormula(int line, string column) => At(line, column, Formula);

    internal static RowProblem CellError(int line, string column) => At(line, column, BrokenCell);

    internal static RowProblem NotAPrice(int line, string column, string text, string currency) =>
        At(line, column, NoPrice, Short(text), currency);

    internal static RowProblem NotExact(int line, string column, string text, string currency) =>
        At(line, column, Decimals, Short(text), currency);

    internal static RowProblem NotWhole(int line, string column, string text) => At(line, column, NoNumber, Short(text));

    internal static RowProblem NotAWeight(int line, string column, string text) => At(line, column, NoWeight, Short(text));

    internal static RowProblem NotAGtin(int line, string column, string text) => At(line, column, NoGtin, Short(text));

    internal static RowProblem UnknownCategory(int line, string column, string text) => At(line, column, NoCategory, Short(text));

    internal static RowProblem UnknownLocation(int line, string column, string name) => At(line, column, NoLocation, Short(name));

    internal static RowProblem MissingOption(int line, string option) => At(line, "", NoOptionValue, Short(option));

    internal static RowProblem MissingSku(int line) => At(line, "", NoSku);

    internal static RowProblem MissingTitle(int line) => At(line, "", NoTitle);

    internal static RowProblem TwiceTheSku(int line, string sku) => At(line, "", SkuTwice, Short(sku));

    internal static RowProblem ForeignSku(int line, string sku) => At(line, "", SkuElsewhere, Short(sku));

    internal static RowProblem CannotBeSaved(int line, string why) => At(line, "", Unsaved, why);

    internal static RowProblem StaysADraft(int line, string why) => At(line, "", Draft, why) with { IsWarning = true };

    internal static RowProblem PictureLeftOut(int line, string source, string why) =>
        At(line, "", Picture, Short(source), why) with { IsWarning = true };

    internal static RowProblem PriceRefused(int line, string column, string why) => At(line, column, PriceRule, why);

    internal static RowProblem NotAnAttribute(int line, string column, string text) => At(line, column, NoAttribute, Short(text));

    internal static RowProblem NotAnAddress(int line, string column, string text) =>
        At(line, column, NoAddress, Short(text)) with { IsWarning = true };

    private static RowProblem At(int line, string column, string text, params string[] parts) => new(line, column, text, parts);

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
