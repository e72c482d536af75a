using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Marketplace.Kernel.Results;

/// <summary>Lets the pipeline make a failed answer of whatever type a message answers with.</summary>
public interface IOutcome<TSelf> where TSelf : IOutcome<TSelf>
{
    Error? Error { get; }

    static abstract TSelf Fail(Error error);
}

/// <summary>Done, or an expected refusal.</summary>
public sealed record Result : IOutcome<Result>
{
    private static readonly Result Done = new((Error?)null);

    [JsonConstructor]
    private Result(Error? error) => Error = error;

    public Error? Error { get; }

    [JsonIgnore, MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;

    /// <summary>For what a job must have done; a failed result there is a bug.</summary>
    public void ThrowIfFailed()
    {
        if (!Ok) throw new InvalidOperationException($"{Error.Code}: {Error.Message}");
    }

    public static Result Success() => Done;

    public static Result Fail(Error error) => new(error);

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>A value, or an expected refusal.</summary>
public sealed record Result<T> : IOutcome<Result<T>>
{
    [JsonConstructor]
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public Error? Error { get; }

    [JsonIgnore, MemberNotNullWhen(false, nameof(Error)), MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Error is null;

    public static Result<T> Success(T value) => new(value, null);

    public static Result<T> Fail(Error error) => new(default, error);

    /// <summary>The same outcome without its value.</summary>
    [JsonIgnore]
    public Result Bare => Error is null ? Result.Success() : Error;

    /// <summary>The value; asking a failed result for it is a bug.</summary>
    public T Required() => Ok ? Value : throw new InvalidOperationException($"{Error.Code}: {Error.Message}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}
