using System.Text;

namespace Marketplace.Web.Commands.Setup;

/// <summary>A person who answers questions.</summary>
internal sealed class Terminal(TextReader keys, TextWriter screen)
{
    public static bool IsThere => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>The answer, or the preset for an empty line; asks again until a text's file is there.</summary>
    public string Ask(SetupQuestion question, string preset)
    {
        var isSecret = question.Key == SetupQuestion.Password;
        while (true)
        {
            screen.Write(preset.Length == 0 || isSecret ? $"{question.Words}: " : $"{question.Words} [{preset}]: ");
            if ((isSecret ? ReadSecret() : keys.ReadLine()) is not { } line) return preset;
            var answer = line.Trim().Length == 0 ? preset : line.Trim();
            if (answer.Length > 0 && (!SetupQuestion.Texts.Contains(question.Key) || File.Exists(answer))) return answer;
            screen.WriteLine(answer.Length == 0 ? "  This one is needed." : $"  There is no file {answer}.");
        }
    }

    /// <summary>Unseen where it really is a console; read as a line where it is not.</summary>
    private string? ReadSecret()
    {
        if (!IsThere) return keys.ReadLine();
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace) typed.Append(key.KeyChar);
            else if (typed.Length > 0) typed.Length--;
        }

        screen.WriteLine();
        return typed.ToString();
    }
}
