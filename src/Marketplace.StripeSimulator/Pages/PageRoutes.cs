using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marketplace.StripeSimulator.Pages;

internal static class PageRoutes
{
    public static void Map(IEndpointRouteBuilder endpoints, SimulatorHost host)
    {
        endpoints.MapGet("/assets/simulator.css", (HttpContext context) => Html.Stylesheet(context));
        PayRoutes.Map(endpoints, host);
        SetupRoutes.Map(endpoints, host);
    }

    public static IResult NotFound(HttpContext context, string root) => Html.Page(
        context,
        new PageFrame(
            "Not found",
            root,
            """
            <section class="card narrow">
              <h1>This page does not exist</h1>
              <p>The link may be incomplete, or the simulator was reset. Go back to the shop and start again.</p>
            </section>
            """),
        404);
}
