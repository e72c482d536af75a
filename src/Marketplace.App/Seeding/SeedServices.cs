using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.App.Seeding;

public static class SeedServices
{
    /// <summary>
    /// Makes a host one that seeds: its clock stands in the demo's past. The demo's password is public, so its hashes
    /// are cheap here; they are made anew, at full cost, when somebody signs in.
    /// </summary>
    public static IServiceCollection AddSeeding(this IServiceCollection services, SeedClock clock) => services
        .AddSingleton<TimeProvider>(clock)
        .Configure<PasswordHasherOptions>(options => options.IterationCount = 2_000);
}
