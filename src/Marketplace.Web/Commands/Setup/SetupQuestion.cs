namespace Marketplace.Web.Commands.Setup;

/// <param name="Key">The option: <c>--support-email</c>; as a setting <c>Setup:SupportEmail</c>.</param>
/// <param name="Default">Null where nobody but the operator can know.</param>
internal sealed record SetupQuestion(string Key, string Words, string? Default = null)
{
    public const string Password = "admin-password";

    /// <summary>The four texts come from files: nobody types terms of trade into a terminal.</summary>
    public static readonly IReadOnlyList<string> Texts = ["terms", "seller-terms", "privacy", "imprint"];

    public static readonly IReadOnlyList<SetupQuestion> All =
    [
        new("name", "Name of the marketplace"),
        new("support-email", "Mail address of its support"),
        new("countries", "Countries it sells to, the default first, like DE,NL,FR"),
        new("currencies", "Currencies, the default first", "EUR"),
        new("locales", "Languages, the default first", "en-US"),
        new("hold-days", "Days from delivery until a seller's money is released", "7"),
        new("terms", "File with the terms for buyers (Markdown)"),
        new("seller-terms", "File with the terms for sellers (Markdown)"),
        new("privacy", "File with the privacy notice (Markdown)"),
        new("imprint", "File with the imprint (Markdown)"),
        new("admin-name", "Name of the first admin"),
        new("admin-email", "Mail address of the first admin"),
        new(Password, "Password of the first admin"),
    ];

    public string Setting => string.Concat(Key.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    public static string Usage { get; } =
        "Options of marketplace setup (or environment variables, like Setup__SupportEmail):\n"
        + string.Join('\n', All.Where(q => q.Key != Password).Select(q => $"  --{q.Key,-22} {q.Words}{Preset(q)}"))
        + "\n  --admin-password-file   File whose first line is the first admin's password; or Setup__AdminPassword.";

    private static string Preset(SetupQuestion question) => question.Default is { } preset ? $" [{preset}]" : "";
}
