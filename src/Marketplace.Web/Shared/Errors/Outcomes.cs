using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Errors;

/// <summary>From an expected refusal to an answer: the one table of kinds and status codes.</summary>
public static class Outcomes
{
    internal const string ItemKey = "error";

    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Refused => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>For a page that has nothing to show: the error page of this kind, or the login first.</summary>
    public static IActionResult Refused(this PageModel page, Error error)
    {
        var http = page.HttpContext;
        if (LeadsElsewhere(page, error) is { } first) return first;
        if (error.Kind == ErrorKind.Unauthenticated)
            return page.LocalRedirect("/login?returnUrl=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
        http.Items[ItemKey] = error;
        return page.StatusCode(StatusOf(error.Kind));
    }

    /// <summary>What asks for a proof first leads there and comes back to this page; nothing was changed meanwhile.</summary>
    private static LocalRedirectResult? LeadsElsewhere(PageModel page, Error error)
    {
        var here = page.HttpContext.Request.Path
            + (HttpMethods.IsGet(page.HttpContext.Request.Method) ? page.HttpContext.Request.QueryString : default);
        if (error.Code == AccessErrors.ProveAgain.Code)
            return page.LocalRedirect("/account/prove?returnUrl=" + Uri.EscapeDataString(here));
        return error.Code == AccessErrors.SecondFactor.Code ? page.LocalRedirect("/account/security?for=this") : null;
    }

    /// <summary>
    /// For a form that was refused: its messages beside their fields (<paramref name="prefix"/> is the bound
    /// property), the rest above the form, what was typed kept. The page reads its own data again before it draws.
    /// </summary>
    public static IActionResult Again(this PageModel page, Error error, string prefix = "Input")
    {
        if (error.Kind is ErrorKind.Unauthenticated or ErrorKind.NotFound) return page.Refused(error);
        if (LeadsElsewhere(page, error) is { } first) return first;
        var words = page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        if (error.Fields is not { Count: > 0 } fields) page.ModelState.AddModelError("", words.Refusal(error.Message));
        else
            foreach (var (field, messages) in fields)
                foreach (var message in messages)
                    page.ModelState.AddModelError(prefix == "" ? field : $"{prefix}.{field}", words.Refusal(message));
        page.Response.StatusCode = StatusOf(error.Kind);
        return page.Page();
    }

    /// <summary>For an endpoint: the value as JSON, or a ProblemDetails.</summary>
    public static IResult ToHttp<T>(this Result<T> result) =>
        result.Ok ? Microsoft.AspNetCore.Http.Results.Ok(result.Value) : Problem(result.Error);

    public static IResult ToHttp(this Result result) =>
        result.Ok ? Microsoft.AspNetCore.Http.Results.NoContent() : Problem(result.Error);

    public static IResult Problem(Error error) => Microsoft.AspNetCore.Http.Results.Problem(new ProblemDetails
    {
        Status = StatusOf(error.Kind),
        Title = error.Message,
        Type = "urn:marketplace:error:" + error.Code,
        Extensions = { ["code"] = error.Code, ["fields"] = error.Fields },
    });
}
