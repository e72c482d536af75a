namespace Marketplace.Kernel.Ports;

/// <summary>Sends one mail. Two adapters: SMTP, and a folder that a development page shows.</summary>
public interface IMailer
{
    Task SendAsync(Mail mail, CancellationToken cancellation);
}

/// <param name="Key">The same mail sent again under the same key is recognised as a repeat.</param>
/// <param name="StopUrl">A POST to it stops mails of this kind (RFC 8058); null for what is always told.</param>
public sealed record Mail(string Key, string To, string Subject, string Text, string Html, string? TenantId = null,
    string? StopUrl = null);

/// <summary>
/// Files by path. Tenant files live under <c>t/{tenantId}/…</c>, the platform's under <c>p/…</c>; a path with <c>..</c>
/// or an absolute one is refused.
/// </summary>
public interface IFileStore
{
    Task PutAsync(string path, Stream content, string contentType, CancellationToken cancellation);

    /// <summary>Null when there is no such file.</summary>
    Task<Stream?> OpenAsync(string path, CancellationToken cancellation);

    Task<bool> ExistsAsync(string path, CancellationToken cancellation);

    Task DeleteAsync(string path, CancellationToken cancellation);
}
