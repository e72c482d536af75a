using Marketplace.Kernel.Data;
using Mediator;

namespace Marketplace.Kernel.Messaging;

/// <summary>
/// Marks a message whose handler writes: the pipeline alone saves and commits, on the context named here, or rolls
/// back when the answer is a failure.
/// </summary>
public interface ITransactional : IMessage
{
    Eyes Eyes { get; }
}

/// <summary>Writes the seller's own rows (<see cref="SellerDb"/>).</summary>
public interface ISellerTransaction : ITransactional
{
    Eyes ITransactional.Eyes => Eyes.Seller;
}

/// <summary>Writes the buyer's own rows (<see cref="BuyerDb"/>).</summary>
public interface IBuyerTransaction : ITransactional
{
    Eyes ITransactional.Eyes => Eyes.Buyer;
}

/// <summary>Writes with the platform's power (<see cref="PlatformDb"/>).</summary>
public interface IPlatformTransaction : ITransactional
{
    Eyes ITransactional.Eyes => Eyes.Platform;
}

/// <summary>
/// A message that may come twice with one meaning: its first answer is kept under the key and replayed.
/// Null means the sender gave none, and nothing is kept.
/// </summary>
public interface IIdempotent
{
    string? IdempotencyKey { get; }
}
