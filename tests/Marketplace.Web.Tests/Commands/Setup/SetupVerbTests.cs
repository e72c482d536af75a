using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Commands;
using Marketplace.Web.Commands.Setup;
using Marketplace.Web.Shared.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.Commands.Setup;

public sealed class SetupVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("marketplace-setup-").FullName;

    [Fact]
    public async Task A_migrated_database_becomes_a_platform_with_its_texts_and_first_admin_once()
    {
        Assert.Equal(0, await new MigrateVerb().RunAsync(Host));

        Assert.Equal(0, await SetupVerb.RunAsync([.. Host, .. Answers()], null));
        Assert.Equal(78, await SetupVerb.RunAsync([.. Host, .. Answers()], null));

        var (settings, texts, admin) = await ReadAsync(async db => (
            await db.Set<PlatformSettings>().SingleAsync(), await db.Set<LegalText>().CountAsync(), await db.Set<Person>().SingleAsync()));
        Assert.Equal("Old Town", settings.Name);
        Assert.Equal(["DE", "NL"], settings.Countries);
        Assert.Equal(["EUR"], settings.Currencies);
        Assert.Equal(9, settings.HoldDays);
        Assert.NotNull(settings.SetUpAtUtc);
        Assert.Equal(4, texts);
        Assert.Equal((AdminRole?)AdminRole.Owner, admin.AdminRole);
        Assert.Equal("ada@old-town.example", admin.Email);
    }

    [Fact]
    public async Task A_database_that_was_not_migrated_is_refused() =>
        Assert.Equal(78, await SetupVerb.RunAsync([.. Host, .. Answers()], null));

    [Theory]
    [InlineData("--name")]
    [InlineData("--countries")]
    [InlineData("--imprint")]
    [InlineData("--admin-password-file")]
    public async Task Without_a_terminal_every_answer_must_be_given(string option)
    {
        await new MigrateVerb().RunAsync(Host);

        var code = await SetupVerb.RunAsync([.. Host, .. Answers().Where(a => !a.StartsWith(option + "=", StringComparison.Ordinal))], null);

        Assert.Equal(64, code);
        Assert.Equal(0, await ReadAsync(db => db.Set<PlatformSettings>().CountAsync()));
    }

    [Fact]
    public async Task A_wrong_answer_is_refused_in_words_and_changes_nothing()
    {
        await new MigrateVerb().RunAsync(Host);

        Assert.Equal(65, await SetupVerb.RunAsync([.. Host, .. Answers(), "--locales=klingon"], null));

        Assert.Equal(0, await ReadAsync(db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task At_a_terminal_it_asks_for_the_rest_and_again_for_what_was_wrong()
    {
        await new MigrateVerb().RunAsync(Host);
        var given = Answers().Where(a => !a.StartsWith("--name", StringComparison.Ordinal)
            && !a.StartsWith("--imprint", StringComparison.Ordinal) && !a.StartsWith("--admin-email", StringComparison.Ordinal));
        var imprint = Path.Combine(_folder, "imprint.md");
        // Name at the second try, two presets, a file that is not there, one that is, no address; then all thirteen again,
        // presets taken but for the address.
        var typed = new StringReader(string.Join('\n', (string[])
            ["", "Old Town", "", "", "nowhere.md", imprint, "ada", .. Enumerable.Repeat("", 11), "ada@old-town.example", ""]));
        var screen = new StringWriter();

        Assert.Equal(0, await SetupVerb.RunAsync([.. Host, .. given], new Terminal(typed, screen)));

        Assert.Contains("There is no file nowhere.md", screen.ToString(), StringComparison.Ordinal);
        Assert.Equal("Old Town", await ReadAsync(db => db.Set<PlatformSettings>().Select(s => s.Name).SingleAsync()));
        Assert.Equal("ada@old-town.example", await ReadAsync(db => db.Set<Person>().Select(p => p.Email).SingleAsync()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Host =>
        ["--environment=Production", "--Data:Folder=" + _folder, "--Serilog:MinimumLevel:Default=Fatal"];

    private IEnumerable<string> Answers()
    {
        foreach (var text in SetupQuestion.Texts)
        {
            var file = Path.Combine(_folder, text + ".md");
            File.WriteAllText(file, $"# {text}\n\nWhat counts between us.");
            yield return $"--{text}={file}";
        }

        var password = Path.Combine(_folder, "password");
        File.WriteAllText(password, "A-long-evening-in-May\n");
        foreach (var (key, value) in ((string, string)[])
            [("name", "Old Town"), ("support-email", "help@old-town.example"), ("countries", "DE, NL"), ("hold-days", "9"),
             ("admin-name", "Ada"), ("admin-email", "ada@old-town.example"), ("admin-password-file", password)])
            yield return $"--{key}={value}";
    }

    private async Task<T> ReadAsync<T>(Func<PlatformDb, Task<T>> read)
    {
        var builder = Composition.CreateBuilder(Host);
        builder.AddApplication(loops: false);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        return await read(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }
}
