using Microsoft.Extensions.Logging;

namespace Marketplace.Kernel.Jobs;

/// <summary>What a process does again and again beside its requests.</summary>
public static class Loop
{
    /// <summary>How long a loop rests after a failure.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>
    /// One turn. Whatever it meets (a database, disk or server that is away), the loop goes on: an exception that left it
    /// would stop the whole process, and a restart would meet the same.
    /// </summary>
    /// <param name="trouble">For the log: what could not be done.</param>
    /// <returns>False when it failed; a stop of the process is no failure.</returns>
    public static async Task<bool> TryAsync(
        Func<CancellationToken, Task> work, ILogger logger, string trouble, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Trouble} Trying again in {Seconds} s.", trouble, Rest.TotalSeconds);
            return false;
        }
    }
}
