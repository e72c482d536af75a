using FluentValidation;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Kernel.Messaging;

/// <summary>Runs a message's validators; their messages reach the fields they name.</summary>
public sealed class ValidateBehavior<TMessage, TResponse>(IEnumerable<IValidator<TMessage>> validators)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage
    where TResponse : IOutcome<TResponse>
{
    public const string Code = "input.invalid";

    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var validator in validators)
        {
            var found = await validator.ValidateAsync(message, cancellationToken);
            foreach (var group in found.Errors.GroupBy(e => e.PropertyName, StringComparer.Ordinal))
                fields[group.Key] = [.. fields.GetValueOrDefault(group.Key, []), .. group.Select(e => e.ErrorMessage)];
        }

        return fields.Count == 0
            ? await next(message, cancellationToken)
            : TResponse.Fail(new Error(Code, fields.First().Value[0], ErrorKind.Invalid, fields));
    }
}
