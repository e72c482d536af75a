namespace Marketplace.Catalog.Exchange.Contracts;

/// <summary>Where an import stands. It moves only forward; what was done can be taken back, once.</summary>
public enum ImportState
{
    /// <summary>Uploaded: the seller says what the columns mean.</summary>
    Columns,
    /// <summary>Being read and compared with the catalogue; nothing changes.</summary>
    Checking,
    /// <summary>The preview waits for a yes.</summary>
    Ready,
    /// <summary>Pictures are fetched and listings written.</summary>
    Running,
    Done,
    Undoing,
    Undone,
    /// <summary>The file cannot be read; the run says why.</summary>
    Failed,
}

/// <summary>What the file would do, or did, to one listing.</summary>
public enum ImportOutcome
{
    New,
    Changed,
    Unchanged,
    Error,
}

/// <summary>What became of one listing's part of an import.</summary>
public enum ImportStep
{
    Waiting,
    Applied,
    /// <summary>Refused when it was to be written; the note says why.</summary>
    Refused,
    Undone,
    /// <summary>Changed by somebody after the import: left as it is.</summary>
    Kept,
}

public enum ImportKind
{
    Own,
    Shopify,
    WooCommerce,
    Other,
}

/// <summary>What is wrong at a place of the file, and how to mend it.</summary>
/// <param name="Line">As an editor counts it; in a workbook, the row.</param>
/// <param name="Column">The column's title; empty for the whole row.</param>
/// <param name="Text">English with numbered holes, the key of its translation.</param>
/// <param name="Parts">What stands in the holes.</param>
/// <param name="IsWarning">The row is imported all the same.</param>
public sealed record RowProblem(int Line, string Column, string Text, IReadOnlyList<string> Parts, bool IsWarning = false);

/// <summary>One value before and after, as people read it.</summary>
/// <param name="Field">A field of <see cref="ImportFields"/>.</param>
/// <param name="Of">The SKU of the variant; empty for the listing's own values.</param>
public sealed record FieldChange(string Field, string Of, string Before, string After);

/// <summary>What a column of the file means; null: it is left out.</summary>
public sealed record ImportColumn(string Header, string? Field);

/// <param name="CurrencyCode">Of prices whose column names none.</param>
/// <param name="DecimalComma">"19,90" rather than "19.90".</param>
/// <param name="CategoryId">For rows without a category that is known here; null: such a row is an error.</param>
/// <param name="Publish">Whether listings that the file calls published are shown to buyers; else all are drafts.</param>
public sealed record ImportOptions(string CurrencyCode, bool DecimalComma, string? CategoryId, bool Publish);
