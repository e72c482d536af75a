using Marketplace.Catalog.Media.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Media;

/// <summary>Makes the small sizes of new pictures ahead of the first visitor who needs them.</summary>
internal sealed class MakePictureSizes(PlatformDb db, PictureFiles files, ISender sender) : IJob
{
    private const int Batch = 25;

    public string Name => "make-picture-sizes";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var waiting = await db.MediaAssets.AsNoTracking().Where(a => !a.HasAllSizes)
            .GroupBy(a => a.PictureRef).Select(g => new { Ref = g.Key, SinceUtc = g.Min(a => a.AtUtc) })
            .OrderBy(p => p.SinceUtc).ThenBy(p => p.Ref).Take(Batch).Select(p => p.Ref).ToListAsync(cancellation);
        var made = 0;
        foreach (var pictureRef in waiting)
        {
            if (await files.MakeAllAsync(pictureRef, cancellation)) made++;
        }

        if (waiting.Count > 0) await sender.Send(new MarkPicturesSized(waiting), cancellation);
        return $"made the sizes of {made} of {waiting.Count} pictures";
    }
}

/// <summary>A picture whose master is gone is marked too: asking again would not bring it back.</summary>
[Internal]
public sealed record MarkPicturesSized(IReadOnlyList<string> Refs) : ICommand<Result>, IPlatformTransaction;

internal sealed class MarkPicturesSizedHandler(PlatformDb db) : ICommandHandler<MarkPicturesSized, Result>
{
    public async ValueTask<Result> Handle(MarkPicturesSized command, CancellationToken cancellationToken)
    {
        var refs = command.Refs;
        await db.MediaAssets.Where(a => refs.Contains(a.PictureRef))
            .ExecuteUpdateAsync(u => u.SetProperty(a => a.HasAllSizes, true), cancellationToken);
        return Result.Success();
    }
}
