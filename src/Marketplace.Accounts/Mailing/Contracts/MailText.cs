namespace Marketplace.Accounts.Mailing.Contracts;

/// <summary>
/// What a mail says; every mail of the platform has one layout. Plain words: the layout escapes them.
/// </summary>
/// <param name="Heading">The first line of the body, large.</param>
/// <param name="Action">The one thing to do, as a button.</param>
/// <param name="Rows">Names and values, as a small table: order lines, totals.</param>
/// <param name="Note">Small print under the button.</param>
public sealed record MailText(
    string Subject, string Heading, IReadOnlyList<string> Paragraphs, MailLink? Action = null,
    IReadOnlyList<MailRow>? Rows = null, string? Note = null);

/// <param name="Path">On the platform's own address, beginning with a slash.</param>
public sealed record MailLink(string Words, string Path);

/// <param name="IsTotal">Set apart by a line and in bold.</param>
public sealed record MailRow(string Name, string Value, bool IsTotal = false);
