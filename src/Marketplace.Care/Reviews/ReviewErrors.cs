using Marketplace.Kernel.Results;

namespace Marketplace.Care.Reviews;

public static class ReviewErrors
{
    public static readonly Error NoSuchLine = Error.NotFound(
        "review.no-purchase", "You can review what you have bought here and received. We found no such purchase.");

    public static readonly Error WindowOver = Error.Refused(
        "review.window-over", "The time to review this purchase is over.");

    public static readonly Error EditOver = Error.Refused(
        "review.edit-over", "This review can no longer be changed.");

    public static readonly Error NotFound = Error.NotFound("review.not-found", "There is no such review.");

    public static readonly Error OwnReview = Error.Refused("review.own", "Your own review needs no help from you.");

    public static readonly Error ReplyOver = Error.Refused(
        "review.reply-over", "A reply can be changed for a day. Buyers rely on what they have read.");

    public static readonly Error TooManyPhotos = Error.InvalidField(
        "review.too-many-photos", "Photos", "A review has at most 5 photos.");

    public static readonly Error NoSuchReport = Error.NotFound("review.no-report", "There is no such report.");

    public static readonly Error Decided = Error.Conflict(
        "review.decided", "Somebody has decided on this already. Look at it again.");

    public static readonly Error TooManyReports = new(
        "review.too-many-reports", "You have reported a lot today. Write to support if something bigger is wrong.", ErrorKind.TooMany);
}
