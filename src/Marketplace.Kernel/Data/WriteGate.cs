namespace Marketplace.Kernel.Data;

/// <summary>How many transactions of this process may be open at once; the others wait here and hold nothing.</summary>
public sealed class WriteGate(int places) : IDisposable
{
    private readonly SemaphoreSlim _places = new(places, places);

    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        return new Turn(_places);
    }

    public void Dispose() => _places.Dispose();

    private sealed class Turn(SemaphoreSlim places) : IDisposable
    {
        private int _done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _done, 1) == 0) places.Release();
        }
    }
}
