using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Settings;

/// <summary>
/// What is missing before the program may run for real people, in words for its operator; empty means ready.
/// Production refuses to start otherwise.
/// </summary>
[Internal]
public sealed record CheckReadiness : IQuery<Result<IReadOnlyList<string>>>;

internal sealed class CheckReadinessHandler(IEnumerable<IStartCheck> checks)
    : IQueryHandler<CheckReadiness, Result<IReadOnlyList<string>>>
{
    public async ValueTask<Result<IReadOnlyList<string>>> Handle(CheckReadiness query, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var check in checks)
        {
            if (await check.MissingAsync(cancellationToken) is { } words) missing.Add(words);
        }

        return missing;
    }
}

internal sealed class SetupCheck(ISettings settings) : IStartCheck
{
    public async ValueTask<string?> MissingAsync(CancellationToken cancellation) =>
        (await settings.GetAsync(cancellation)).SetUpAtUtc is null
            ? "The platform is not set up: run 'marketplace setup'." : null;
}

internal sealed class AdminCheck(ISender sender) : IStartCheck
{
    public async ValueTask<string?> MissingAsync(CancellationToken cancellation) =>
        (await sender.Send(new HasOwner(), cancellation)).Required()
            ? null : "There is no admin: run 'marketplace setup'.";
}

internal sealed class MailCheck(IOptions<MailOptions> options) : IStartCheck
{
    public ValueTask<string?> MissingAsync(CancellationToken cancellation) => ValueTask.FromResult(
        options.Value.SmtpHost is { Length: > 0 } ? null : "No mail server: set Mail:SmtpHost and Mail:From.");
}
