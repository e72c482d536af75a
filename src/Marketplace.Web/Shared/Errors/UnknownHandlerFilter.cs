using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Marketplace.Web.Shared.Errors;

/// <summary>
/// A post to a page names one of its actions. Without one the framework would draw the page although nothing has read
/// its data; here such a post finds nothing.
/// </summary>
public sealed class UnknownHandlerFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method)
            && !context.HttpContext.Request.Path.StartsWithSegments("/error"))
        {
            context.Result = new NotFoundResult();
            return;
        }

        await next();
    }
}
