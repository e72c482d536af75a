using System.Globalization;
using System.Net;
using System.Text;
using Marketplace.Accounts.Mailing.Contracts;

namespace Marketplace.Accounts.Mailing;

/// <summary>
/// The one look of all mails: a narrow table, system fonts, no picture and no foreign address, so that it reads the
/// same everywhere and tells nobody that it was opened. Text and HTML say the same.
/// </summary>
internal static class MailLayout
{
    private const string StopWords = "Stop mails like this one";
    private const string Ink = "#1f2a30";
    private const string Quiet = "#5d6b73";
    private const string Accent = "#2f4858";
    private const string Line = "#e3e8ea";
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    public static (string Text, string Html) Render(MailText mail, MailFrame frame) => (PlainText(mail, frame), Html(mail, frame));

    private static string PlainText(MailText mail, MailFrame frame)
    {
        var (platform, support, publicUrl, stop) = frame;
        var text = new StringBuilder();
        text.Append(mail.Heading).Append("\n\n");
        foreach (var paragraph in mail.Paragraphs) text.Append(paragraph).Append("\n\n");
        foreach (var row in mail.Rows ?? []) text.Append(CultureInfo.InvariantCulture, $"{row.Name}: {row.Value}\n");
        if (mail.Rows is { Count: > 0 }) text.Append('\n');
        if (mail.Action is { } action) text.Append(CultureInfo.InvariantCulture, $"{action.Words}:\n{publicUrl}{action.Path}\n\n");
        if (mail.Note is { } note) text.Append(note).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"-- \n{platform} · {support}\n");
        if (stop is not null) text.Append(CultureInfo.InvariantCulture, $"{StopWords}: {publicUrl}{stop}\n");
        return text.ToString();
    }

    private static string Html(MailText mail, MailFrame frame)
    {
        var publicUrl = frame.PublicUrl;
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture,
            $"<h1 style=\"margin:0 0 16px;font-size:22px;line-height:1.3;color:{Ink}\">{Escape(mail.Heading)}</h1>");
        foreach (var paragraph in mail.Paragraphs)
            body.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\">{Lines(paragraph)}</p>");
        if (mail.Rows is { Count: > 0 } rows) body.Append(Table(rows));
        if (mail.Action is { } action) body.Append(Button(action, publicUrl));
        if (mail.Note is { } note)
            body.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0;font-size:13px;color:{Quiet}\">{Lines(note)}</p>");
        return Frame(mail, frame, body.ToString());
    }

    private static string Frame(MailText mail, MailFrame frame, string body) => $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light"><title>{Escape(mail.Subject)}</title></head>
        <body style="margin:0;background:#f4f6f7;{Font};font-size:16px;line-height:1.5;color:{Ink}">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
        <table role="presentation" width="560" cellpadding="0" cellspacing="0" style="max-width:560px;width:100%">
        <tr><td style="padding:0 4px 12px;font-weight:700;color:{Accent}">{Escape(frame.Platform)}</td></tr>
        <tr><td style="background:#ffffff;border:1px solid {Line};border-radius:12px;padding:28px">{body}</td></tr>
        <tr><td style="padding:16px 4px;font-size:13px;color:{Quiet}">{Escape(frame.Platform)} · <a href="mailto:{Escape(frame.Support)}" style="color:{Quiet}">{Escape(frame.Support)}</a>{Stop(frame)}</td></tr>
        </table></td></tr></table></body></html>

        """;

    private static string Stop(MailFrame frame) => frame.StopPath is not { } stop ? "" :
        $"<br><a href=\"{Escape(frame.PublicUrl + stop)}\" style=\"color:{Quiet}\">{StopWords}</a>";

    private static string Button(MailLink action, string publicUrl) => $"""
        <table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 20px"><tr>
        <td style="background:{Accent};border-radius:8px"><a href="{Escape(publicUrl + action.Path)}" style="display:inline-block;padding:12px 20px;color:#ffffff;font-weight:600;text-decoration:none">{Escape(action.Words)}</a></td>
        </tr></table>
        """;

    private static string Table(IReadOnlyList<MailRow> rows)
    {
        var table = new StringBuilder();
        table.Append("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px;border-collapse:collapse\">");
        foreach (var row in rows)
        {
            var weight = row.IsTotal ? "font-weight:700" : "font-weight:400";
            var cell = $"padding:8px 0;border-top:1px solid {Line};vertical-align:top;{weight}";
            table.Append(CultureInfo.InvariantCulture,
                $"<tr><td style=\"{cell}\">{Escape(row.Name)}</td><td align=\"right\" style=\"{cell};white-space:nowrap\">{Escape(row.Value)}</td></tr>");
        }

        return table.Append("</table>").ToString();
    }

    private static string Lines(string text) => Escape(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>What stands around every mail.</summary>
/// <param name="StopPath">Stops mails of this kind; null for what is always told.</param>
internal sealed record MailFrame(string Platform, string Support, string PublicUrl, string? StopPath);
