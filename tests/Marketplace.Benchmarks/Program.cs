using Marketplace.Benchmarks.Search;

// `search <products.jsonl.gz> <judgments.csv>` and `search-latency [documents]` measure search and fail beyond their
// gates; everything else goes to BenchmarkDotNet.
return args switch
{
    ["search", var products, var judgments] => await SearchRelevance.RunAsync(products, judgments),
    ["search-latency", .. var rest] => await SearchLatency.RunAsync(rest is [var n] ? int.Parse(n) : 100_000),
    _ => RunBenchmarks(args),
};

static int RunBenchmarks(string[] args)
{
    BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
