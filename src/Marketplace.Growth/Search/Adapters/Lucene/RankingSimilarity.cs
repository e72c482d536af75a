using Lucene.Net.Search.Similarities;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// BM25 by field. A title's length hardly counts: "HP Pavilion notebook silver 43 cm 4 GB" is no worse a notebook for
/// being long. Prose that says a word in few words means it more.
/// </summary>
internal sealed class RankingSimilarity : PerFieldSimilarityWrapper
{
    private static readonly BM25Similarity Names = new(k1: 0.8f, b: 0.1f);
    private static readonly BM25Similarity Prose = new(k1: 0.8f, b: 0.5f);

    public override Similarity Get(string name) =>
        name is IndexFields.Description or IndexFields.Attributes ? Prose : Names;
}
