using Marketplace.Kernel.Results;

namespace Marketplace.Care.Messages;

public static class MessageErrors
{
    public static readonly Error NoSuchThread = Error.NotFound("message.no-thread", "There is no such conversation.");

    public static readonly Error NoSuchFile = Error.NotFound("message.no-file", "There is no such file.");

    public static readonly Error NoSuchShop = Error.NotFound("message.no-shop", "There is no such shop to write to.");

    public static readonly Error Empty = Error.InvalidField("message.empty", "Text", "Write something, or add a file.");

    public static readonly Error TooManyFiles = Error.InvalidField("message.too-many-files", "Files", "A message has at most 4 files.");

    public static readonly Error NotAFile = Error.InvalidField(
        "message.wrong-file", "Files", "Pictures (JPEG, PNG, WebP, AVIF, GIF) and PDF can be sent.");

    public static readonly Error PdfTooHeavy = Error.InvalidField("message.pdf-too-heavy", "Files", "A PDF has at most 5 MB.");

    public static readonly Error TooMany = new(
        "message.too-many", "That is a lot of messages in a short time. Wait a little, then write again.", ErrorKind.TooMany);

    public static readonly Error Closed = Error.Refused(
        "message.closed", "Our team has closed this conversation after a report. Write to support if you need help.");

    public static readonly Error NoSuchReply = Error.NotFound("message.no-reply", "There is no such saved reply.");

    public static readonly Error TooManyReplies = Error.Refused(
        "message.too-many-replies", "You can keep 50 saved replies. Take one away first.");

    public static readonly Error NoSuchReport = Error.NotFound("message.no-report", "There is no such report.");

    public static readonly Error Decided = Error.Conflict("message.decided", "Somebody has decided on this report already.");
}
