namespace Marketplace.Kernel.Jobs;

/// <summary>
/// Something the platform does again and again. It sends messages, in small batches, and may be stopped and repeated
/// at any line. Found by scanning; runs on Quartz.
/// </summary>
public interface IJob
{
    /// <summary>Stable and readable: <c>release-holds</c>.</summary>
    string Name { get; }

    /// <summary>How long to wait between two runs.</summary>
    TimeSpan Every { get; }

    /// <summary>
    /// When its first run in a process may be (UTC), for what reads the whole database and can wait for the night; null:
    /// some seconds after the start.
    /// </summary>
    TimeOnly? NotBefore => null;

    /// <summary>Answers what it did, in words for the admin's list ("released 3 holds").</summary>
    Task<string> RunAsync(CancellationToken cancellation);
}
