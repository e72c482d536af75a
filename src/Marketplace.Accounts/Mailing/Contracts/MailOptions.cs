namespace Marketplace.Accounts.Mailing.Contracts;

/// <summary>Section <c>Mail</c>. With a host in <see cref="Smtp"/> mails go out by SMTP, else into <see cref="Folder"/>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public string From { get; set; } = "no-reply@localhost";
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>By default <c>mail</c> in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>Development only: anybody may read every mail at <c>/dev/mail</c>.</summary>
    public bool ShowToEveryone { get; set; }
}

/// <summary>Section <c>Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>Only for a relay on the same machine or a trusted network: without it mails never go in clear.</summary>
    public bool AllowClear { get; set; }
}

/// <summary>Section <c>Platform</c>, as far as mails need it.</summary>
public sealed class SiteOptions
{
    public const string Section = "Platform";

    /// <summary>Where the platform is reached from outside, without a slash at the end; links in mails start with it.</summary>
    public string Url { get; set; } = "http://localhost:5080";
}

/// <summary>A mail could not be handed over; translated by the adapter from whatever its protocol says.</summary>
public sealed class MailFailedException(string message, Exception? inner = null) : Exception(message, inner);
