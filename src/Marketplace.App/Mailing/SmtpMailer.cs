using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Ports;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Marketplace.App.Mailing;

/// <summary>Hands mails to an SMTP server: TLS unless allowed otherwise, at most 20 seconds, one connection a mail.</summary>
internal sealed class SmtpMailer(IOptions<MailOptions> options, TimeProvider clock) : IMailer
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    public async Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(AtMost);
        try
        {
            await HandOverAsync(MailMessage.From(mail, options.Value.From, clock.GetUtcNow()), limit.Token);
        }
        catch (Exception failure) when (IsFailure(failure, cancellation))
        {
            throw new MailFailedException(failure.Message, failure);
        }
    }

    private async Task HandOverAsync(MimeMessage message, CancellationToken cancellation)
    {
        var settings = options.Value.Smtp;
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host!, settings.Port, Security(settings), cancellation);
        if (settings.User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, settings.Password ?? "", cancellation);
        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    private static SecureSocketOptions Security(SmtpOptions settings) => settings switch
    {
        { Port: 465 } => SecureSocketOptions.SslOnConnect,
        { AllowClear: true } => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>What a server or the way to it may do; a stop of this process is none of it.</summary>
    private static bool IsFailure(Exception failure, CancellationToken stop) => failure switch
    {
        OperationCanceledException => !stop.IsCancellationRequested,
        SocketException or IOException or SslHandshakeException or AuthenticationException or ProtocolException
            or CommandException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or NotSupportedException or ParseException or TimeoutException => true,
        _ => false,
    };
}
