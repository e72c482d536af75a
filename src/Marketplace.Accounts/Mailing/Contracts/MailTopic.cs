namespace Marketplace.Accounts.Mailing.Contracts;

/// <summary>
/// Mails that a person may do without. What tells of orders, money, safety or decisions has no topic: it is always sent.
/// </summary>
public enum MailTopic
{
    /// <summary>A shop has written.</summary>
    Messages,
    /// <summary>A shop has answered a question or a review.</summary>
    Answers,
    /// <summary>New things in shops that the person follows; only for who has asked for it.</summary>
    NewListings,
}

public static class MailTopics
{
    /// <summary>For who has not chosen.</summary>
    public static bool IsUsual(MailTopic topic) => topic switch
    {
        MailTopic.Messages or MailTopic.Answers => true,
        MailTopic.NewListings => false,
    };
}
