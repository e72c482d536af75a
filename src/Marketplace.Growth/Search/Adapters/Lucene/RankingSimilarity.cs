using Lucene.Net.Search.Similarities;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>BM25 by field: a title's length says little about what is sold, a description's a lot.</summary>
internal sealed class RankingSimilarity : PerFieldSimilarityWrapper
{
    private static readonly BM25Similarity Names = new(k1: 1.2f, b: 0.75f);
    private static readonly BM25Similarity Prose = new(k1: 1.2f, b: 0.75f);

    public override Similarity Get(string name) =>
        name is IndexFields.Description or IndexFields.Attributes ? Prose : Names;
}
