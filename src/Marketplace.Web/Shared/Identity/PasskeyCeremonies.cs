using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Identity;

/// <summary>
/// WebAuthn by ASP.NET Core Identity's handler. It looks people up in a store; here it gets one that knows just the person
/// and the passkeys in question, since rows are Accounts' business.
/// </summary>
internal sealed class PasskeyCeremonies(
    IHttpContextAccessor accessor, IOptions<IdentityPasskeyOptions> options, IOptions<IdentityOptions> identity,
    IDataProtectionProvider protection) : IPasskeys
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("passkey").ToTimeLimitedDataProtector();

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("No request to ask in.");

    public async Task<PasskeyQuestion> AskNewAsync(PasskeyOwner owner, IReadOnlyList<UserPasskeyInfo> known)
    {
        var made = await Handler(owner, known).MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = owner.PersonId, Name = owner.Email, DisplayName = owner.Name }, Http);
        return new PasskeyQuestion(made.CreationOptionsJson, _seal.Protect(made.AttestationState ?? "", Life));
    }

    public async Task<UserPasskeyInfo?> ReadNewAsync(PasskeyAnswer answer, PasskeyOwner owner)
    {
        if (Open(answer.State) is not { } state) return null;
        var read = await Handler(owner, []).PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = Http, CredentialJson = answer.CredentialJson, AttestationState = state,
        });
        return read.Succeeded && read.UserEntity.Id == owner.PersonId ? read.Passkey : null;
    }

    public async Task<PasskeyQuestion> AskAsync(PasskeyOwner? owner, IReadOnlyList<UserPasskeyInfo> known)
    {
        var made = await Handler(owner, known).MakeRequestOptionsAsync(owner is null ? null : new PasskeyHolder(owner), Http);
        return new PasskeyQuestion(made.RequestOptionsJson, _seal.Protect(made.AssertionState ?? "", Life));
    }

    public byte[]? ClaimedId(PasskeyAnswer answer)
    {
        try
        {
            using var read = JsonDocument.Parse(answer.CredentialJson);
            return read.RootElement.ValueKind == JsonValueKind.Object
                && read.RootElement.TryGetProperty("id", out var id) && id.GetString() is { Length: > 0 and < 1400 } text
                ? Base64Url.DecodeFromChars(text) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    public async Task<UserPasskeyInfo?> ReadAsync(PasskeyAnswer answer, PasskeyOwner owner, UserPasskeyInfo claimed)
    {
        if (Open(answer.State) is not { } state) return null;
        var read = await Handler(owner, [claimed]).PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = Http, CredentialJson = answer.CredentialJson, AssertionState = state,
        });
        return read.Succeeded && read.User.Owner.PersonId == owner.PersonId ? read.Passkey : null;
    }

    private string? Open(string state)
    {
        try
        {
            return _seal.Unprotect(state);
        }
        catch (CryptographicException)
        {
            // Too old, or made up.
            return null;
        }
    }

    private PasskeyHandler<PasskeyHolder> Handler(PasskeyOwner? owner, IReadOnlyList<UserPasskeyInfo> known)
    {
        var holder = owner is null ? null : new PasskeyHolder(owner);
        var people = new UserManager<PasskeyHolder>(
            new KnownPasskeys(holder, known), identity, new PasswordHasher<PasskeyHolder>(), [], [], new UpperInvariantLookupNormalizer(),
            new IdentityErrorDescriber(), Http.RequestServices, NullLogger<UserManager<PasskeyHolder>>.Instance);
        return new PasskeyHandler<PasskeyHolder>(people, options);
    }
}

internal static class PasskeyServices
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeys, PasskeyCeremonies>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PlatformOptions>>((options, platform) =>
        {
            // A passkey belongs to the platform's host: a shop on its own domain never asks for one.
            options.ServerDomain = platform.Value.Host;
            options.AuthenticatorTimeout = TimeSpan.FromMinutes(5);
            // It stands for two factors, so the finger or the number is asked for, and it is found without a name.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
    }
}
