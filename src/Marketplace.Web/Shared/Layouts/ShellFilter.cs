using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Shared.Layouts;

/// <summary>A page whose frame must not ask anything of the database, since that may be what failed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BareShellAttribute : Attribute;

/// <summary>Fills the frame once the page's handler has decided to draw the page.</summary>
public sealed class ShellFilter(Shell shell, IEnumerable<IShellSource> sources) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed is { Exception: null, Result: PageResult }
            && !context.ActionDescriptor.EndpointMetadata.OfType<BareShellAttribute>().Any())
        {
            foreach (var source in sources)
            {
                await source.FillAsync(shell, context.HttpContext, context.HttpContext.RequestAborted);
            }
        }
    }
}
