using System.Globalization;
using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;

namespace Marketplace.Web.Commands.Setup;

/// <summary>What is known so far: from options, then settings, then the person at the terminal.</summary>
internal sealed class SetupAnswers
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private bool _again;

    public SetupAnswers(string[] args, IConfiguration settings)
    {
        foreach (var question in SetupQuestion.All)
        {
            // A password among the options would be read by whoever lists the processes.
            var option = question.Key == SetupQuestion.Password
                ? FirstLine(Option(args, "admin-password-file")) : Option(args, question.Key);
            if ((option ?? settings[question.Setting]) is { Length: > 0 } answer) _known[question.Key] = answer;
        }
    }

    public string this[string key] => _known[key];

    /// <summary>Asks for what is missing; answers what still is, as options.</summary>
    public IReadOnlyList<string> Complete(Terminal? terminal)
    {
        foreach (var question in SetupQuestion.All.Where(q => _again || !_known.ContainsKey(q.Key)))
        {
            var preset = _known.GetValueOrDefault(question.Key, question.Default ?? "");
            var answer = terminal?.Ask(question, preset) ?? preset;
            if (answer.Length > 0) _known[question.Key] = answer;
        }

        return [.. SetupQuestion.All.Where(q => !_known.ContainsKey(q.Key) || IsNoFile(q)).Select(Missing)];
    }

    /// <summary>Something was refused: every question once more, with what was answered as the preset.</summary>
    public void AskAgain() => _again = true;

    public SetUpPlatform ToMessage() => new(
        new PlatformValues(
            _known["name"], _known["support-email"], Codes("countries"), Codes("currencies"), Codes("locales"),
            int.TryParse(_known["hold-days"], CultureInfo.InvariantCulture, out var days) ? days : -1),
        new Dictionary<LegalTextKind, string>
        {
            [LegalTextKind.Terms] = Text("terms"), [LegalTextKind.SellerTerms] = Text("seller-terms"),
            [LegalTextKind.Privacy] = Text("privacy"), [LegalTextKind.Imprint] = Text("imprint"),
        },
        _known["admin-name"], _known["admin-email"], _known[SetupQuestion.Password]);

    private bool IsNoFile(SetupQuestion question) =>
        SetupQuestion.Texts.Contains(question.Key) && !File.Exists(_known[question.Key]);

    private string Missing(SetupQuestion question) => question.Key == SetupQuestion.Password
        ? "--admin-password-file or Setup__AdminPassword"
        : _known.TryGetValue(question.Key, out var path) ? $"--{question.Key} (there is no file {path})" : "--" + question.Key;

    private string[] Codes(string key) =>
        _known[key].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string Text(string key) => File.ReadAllText(_known[key]);

    private static string? Option(string[] args, string key) =>
        args.FirstOrDefault(a => a.StartsWith($"--{key}=", StringComparison.Ordinal))?[(key.Length + 3)..];

    private static string? FirstLine(string? path) => File.Exists(path) ? File.ReadLines(path).FirstOrDefault() : null;
}
