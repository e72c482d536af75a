using FluentValidation;
using Marketplace.Accounts.Hooks.Contracts;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Hooks;

/// <summary>What a new webhook and a changed one say alike.</summary>
public interface IHookInput
{
    string Url { get; }

    IReadOnlyList<string> Events { get; }
}

internal class HookInputValidator<T> : AbstractValidator<T> where T : IHookInput
{
    protected HookInputValidator(IOptions<HookOptions> options)
    {
        RuleFor(h => h.Url).Must(url => HookUrl.IsFine(url.Trim(), options.Value))
            .WithMessage("Use an address in the open internet that begins with https://, without a password in it.");
        RuleFor(h => h.Events).NotEmpty().WithMessage("Choose at least one event.")
            .Must(all => all.All(HookEvents.All.Contains)).WithMessage("Choose from what is offered.");
    }
}
