using System.Collections.Concurrent;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Marketplace.Web.Tests.World;

/// <summary>Exceptions that reached the host: a test that sees a 500 shows them.</summary>
public sealed class Failures : IExceptionHandler
{
    private readonly ConcurrentQueue<string> _seen = new();

    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_seen.TryDequeue(out var one)) taken.Add(one);
        return taken;
    }

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        _seen.Enqueue($"{httpContext.Request.Method} {httpContext.Request.Path}: {exception}");
        return ValueTask.FromResult(false);
    }
}
