using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Shared.Hosting;

internal static class Health
{
    /// <summary><c>live</c>: the process answers. <c>ready</c>: its database does too.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", async (IServiceScopeFactory scopes, CancellationToken cancellation) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var caller = scope.ServiceProvider.GetRequiredService<CallerAccessor>();
            caller.Set(Caller.System);
            var ready = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Database.CanConnectAsync(cancellation);
            return ready ? Results.Text("ready") : Results.Text("the database does not answer", statusCode: 503);
        });
    }
}
