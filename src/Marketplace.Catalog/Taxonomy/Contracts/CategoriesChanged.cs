using Marketplace.Kernel.Outbox;

namespace Marketplace.Catalog.Taxonomy.Contracts;

/// <summary>The tree or an attribute is another one now; whoever keeps a copy reads it anew.</summary>
[EventName("catalog.categories-changed.v1")]
public sealed record CategoriesChanged : IEvent
{
    public const string Key = "taxonomy";
}
