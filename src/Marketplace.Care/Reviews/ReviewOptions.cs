namespace Marketplace.Care.Reviews;

/// <summary>The clocks of reviews; section <c>Reviews</c>.</summary>
public sealed class ReviewOptions
{
    public const string Section = "Reviews";

    /// <summary>Days after delivery in which a buyer may write.</summary>
    public int WindowDays { get; set; } = 90;

    /// <summary>Days after writing in which the buyer may change it.</summary>
    public int EditDays { get; set; } = 30;

    /// <summary>Hours in which a shop may change its reply.</summary>
    public int ReplyEditHours { get; set; } = 24;

    /// <summary>Days after delivery when the buyer is asked, once: long enough to have used the thing.</summary>
    public int RequestAfterDays { get; set; } = 5;

    public bool IsSound => WindowDays is >= 1 and <= 730 && EditDays is >= 0 and <= 730 && ReplyEditHours is >= 0 and <= 720
        && RequestAfterDays >= 0 && RequestAfterDays < WindowDays;
}
