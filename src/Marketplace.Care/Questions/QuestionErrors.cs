using Marketplace.Kernel.Results;

namespace Marketplace.Care.Questions;

public static class QuestionErrors
{
    public static readonly Error NoSuchListing = Error.NotFound("question.no-listing", "This listing is not on sale any more.");

    public static readonly Error NotFound = Error.NotFound("question.not-found", "There is no such question.");

    public static readonly Error Closed = Error.Conflict("question.closed", "Somebody of your shop has dealt with this question already.");

    public static readonly Error TooMany = new(
        "question.too-many", "You have asked a lot today. Wait for some answers, then go on tomorrow.", ErrorKind.TooMany);
}
