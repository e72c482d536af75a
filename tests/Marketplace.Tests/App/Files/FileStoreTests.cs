using Marketplace.App.Files;
using Marketplace.Kernel.Ports;

namespace Marketplace.Tests.App.Files;

/// <summary>What every place for files does.</summary>
public abstract class FileStoreTests
{
    protected abstract IFileStore Files { get; }

    [Fact]
    public async Task A_file_is_read_back_replaced_and_deleted()
    {
        var files = Files;

        await PutAsync(files, "p/a/b.txt", "one");
        await PutAsync(files, "p/a/b.txt", "two");
        Assert.Equal("two", await ReadAsync(files, "p/a/b.txt"));
        Assert.True(await files.ExistsAsync("p/a/b.txt", default));

        await files.DeleteAsync("p/a/b.txt", default);
        await files.DeleteAsync("p/a/b.txt", default);
        Assert.Null(await files.OpenAsync("p/a/b.txt", default));
        Assert.Null(await files.OpenAsync("t/01abc/never.txt", default));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("p/../secret")]
    [InlineData("p/a/..")]
    [InlineData("t/01abc")]
    [InlineData("x/a.txt")]
    [InlineData("p/.hidden")]
    [InlineData("p//a")]
    [InlineData("p/a\0b")]
    [InlineData("")]
    public async Task A_path_that_leads_elsewhere_is_refused(string path)
    {
        var files = Files;

        await Assert.ThrowsAsync<ArgumentException>(() => files.OpenAsync(path, default));
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(files, path, "x"));
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_the_file_as_it_was()
    {
        await PutAsync(Files, "p/a.txt", "whole");

        await Assert.ThrowsAsync<IOException>(() => Files.PutAsync("p/a.txt", new BrokenStream(), "text/plain", default));

        Assert.Equal("whole", await ReadAsync(Files, "p/a.txt"));
    }

    [Fact]
    public async Task A_stream_without_a_length_and_one_of_megabytes_are_kept_whole()
    {
        var bytes = new byte[5_000_000];
        Random.Shared.NextBytes(bytes);

        await Files.PutAsync("t/01abc/big.bin", new Pipe(bytes), "application/octet-stream", default);

        using var read = new MemoryStream();
        await using (var file = (await Files.OpenAsync("t/01abc/big.bin", default))!) await file.CopyToAsync(read);
        Assert.Equal(bytes, read.ToArray());
    }

    protected static async Task PutAsync(IFileStore files, string path, string text)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        await files.PutAsync(path, content, "text/plain", default);
    }

    protected static async Task<string> ReadAsync(IFileStore files, string path)
    {
        using var reader = new StreamReader((await files.OpenAsync(path, default))!);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Says neither how long it is nor where it stands.</summary>
    private sealed class Pipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }

    protected sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The line broke.");
    }
}

public sealed class LocalFileStoreTests : FileStoreTests, IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "mk_files_" + Guid.NewGuid().ToString("N"));

    protected override IFileStore Files => new LocalFileStore(_root);

    [Fact]
    public async Task Nothing_is_left_beside_a_file_whose_write_broke_off()
    {
        await PutAsync(Files, "p/a.txt", "whole");
        await Assert.ThrowsAsync<IOException>(() => Files.PutAsync("p/a.txt", new BrokenStream(), "text/plain", default));

        Assert.Single(Directory.GetFiles(Path.Combine(_root, "p")));
    }

    public void Dispose()
    {
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }
}

/// <summary>The same on a real store that speaks S3, where one is (MARKETPLACE_TEST_SERVERS).</summary>
public sealed class S3FileStoreTests(ObjectStorage storage) : FileStoreTests, IClassFixture<ObjectStorage>
{
    protected override IFileStore Files => storage.Files;
}
