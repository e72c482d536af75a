using System.Security.Cryptography;
using System.Text;
using Marketplace.Kernel.Ports;
using MimeKit;

namespace Marketplace.App.Mailing;

/// <summary>
/// A mail as a MIME message. Its id follows from the mail's key, so that a mail handed over twice after a crash is
/// recognised by servers and readers as one. MimeKit encodes every header, so nothing in a subject can start another.
/// </summary>
internal static class MailMessage
{
    public static string NameOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    public static MimeMessage From(Mail mail, string from, DateTimeOffset now)
    {
        var sender = MailboxAddress.Parse(from);
        var message = new MimeMessage { Subject = mail.Subject, Date = now };
        message.From.Add(sender);
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.MessageId = $"{NameOf(mail.Key)}@{sender.Domain}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.StopUrl is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        message.Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody();
        return message;
    }
}
