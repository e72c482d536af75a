using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Marketplace.App.Mailing;

/// <summary>
/// Writes each mail as an .eml file that a mail reader opens; named by its key, so that a repeat writes the same file.
/// </summary>
internal sealed class FolderMailer(IOptions<MailOptions> options, IConfiguration configuration, TimeProvider clock) : IMailer
{
    private string Folder => options.Value.Folder ?? Path.Combine(configuration["Data:Folder"] ?? "data", "mail");

    public async Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        var message = MailMessage.From(mail, options.Value.From, clock.GetUtcNow());
        try
        {
            Directory.CreateDirectory(Folder);
            var path = Path.Combine(Folder, MailMessage.NameOf(mail.Key) + ".eml");
            await message.WriteToAsync(path + ".part", cancellation);
            File.Move(path + ".part", path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MailFailedException(failure.Message, failure);
        }
    }
}
