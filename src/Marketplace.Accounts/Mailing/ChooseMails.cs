using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Mailing;

/// <summary>Which of the mails that one may do without the caller gets.</summary>
[Person]
public sealed record GetMailChoices : IQuery<Result<IReadOnlyDictionary<MailTopic, bool>>>;

/// <summary>Says which ones; topics that are not named stay as they are.</summary>
[Person]
public sealed record ChooseMails(IReadOnlyDictionary<MailTopic, bool> Wanted) : ICommand<Result>, IPlatformTransaction;

/// <summary>
/// The link at the foot of a mail, sealed: nobody is asked to sign in to be left alone, and no link stops another's mails.
/// Answers the topic that it stops. Error: <c>mail.no-link</c>.
/// </summary>
[Anyone]
public sealed record StopMails(string Token) : ICommand<Result<MailTopic>>, IPlatformTransaction;

/// <summary>What the link would stop, without stopping it. Error: <c>mail.no-link</c>.</summary>
[Anyone]
public sealed record ReadStopLink(string Token) : IQuery<Result<MailTopic>>;

internal sealed class ChooseMailsHandlers(PlatformDb db, CallerAccessor caller, ISecretSeal seal, TimeProvider clock)
    : IQueryHandler<GetMailChoices, Result<IReadOnlyDictionary<MailTopic, bool>>>, ICommandHandler<ChooseMails, Result>,
        ICommandHandler<StopMails, Result<MailTopic>>, IQueryHandler<ReadStopLink, Result<MailTopic>>
{
    public async ValueTask<Result<IReadOnlyDictionary<MailTopic, bool>>> Handle(
        GetMailChoices query, CancellationToken cancellationToken)
    {
        var buyerId = caller.Caller.BuyerId;
        var chosen = await db.MailChoices.AsNoTracking().Where(c => c.BuyerId == buyerId)
            .ToDictionaryAsync(c => c.Topic, c => c.IsWanted, cancellationToken);
        return Enum.GetValues<MailTopic>().ToDictionary(t => t, t => chosen.GetValueOrDefault(t, MailTopics.IsUsual(t)));
    }

    public async ValueTask<Result> Handle(ChooseMails command, CancellationToken cancellationToken)
    {
        foreach (var (topic, wanted) in command.Wanted.Where(w => Enum.IsDefined(w.Key)))
            await SetAsync(caller.Caller.BuyerId!, topic, wanted, cancellationToken);
        return Result.Success();
    }

    public async ValueTask<Result<MailTopic>> Handle(StopMails command, CancellationToken cancellationToken)
    {
        if (StopLink.Read(seal, command.Token) is not var (buyerId, topic)) return MailErrors.NoSuchLink;
        await SetAsync(buyerId, topic, false, cancellationToken);
        return topic;
    }

    public ValueTask<Result<MailTopic>> Handle(ReadStopLink query, CancellationToken cancellationToken) => ValueTask.FromResult(
        StopLink.Read(seal, query.Token) is var (_, topic) ? Result<MailTopic>.Success(topic) : MailErrors.NoSuchLink);

    private async Task SetAsync(string buyerId, MailTopic topic, bool wanted, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var choice = await db.MailChoices.SingleOrDefaultAsync(c => c.BuyerId == buyerId && c.Topic == topic, cancellation);
        if (choice is not null) (choice.IsWanted, choice.ChangedAtUtc) = (wanted, now);
        else db.Add(new MailChoice { BuyerId = buyerId, Topic = topic, IsWanted = wanted, ChangedAtUtc = now });
    }
}

internal static class MailErrors
{
    public static readonly Error NoSuchLink = Error.NotFound(
        "mail.no-link", "This link is not whole. Copy all of it from the mail, or choose in your account.");
}

/// <summary>Whose mails about what a link stops, sealed by the host's keys; it works as long as they do.</summary>
internal static class StopLink
{
    public static string Path(ISecretSeal seal, string buyerId, MailTopic topic) =>
        "/unsubscribe/" + Uri.EscapeDataString(seal.Close($"stop {topic} {buyerId}"));

    public static (string BuyerId, MailTopic Topic)? Read(ISecretSeal seal, string token) =>
        seal.Open(token)?.Split(' ') is ["stop", var topic, var buyerId]
            && Enum.TryParse<MailTopic>(topic, out var known) && Enum.IsDefined(known)
            ? (buyerId, known)
            : null;
}
