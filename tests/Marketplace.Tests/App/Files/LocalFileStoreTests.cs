using Marketplace.App.Files;

namespace Marketplace.Tests.App.Files;

public sealed class LocalFileStoreTests : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "mk_files_" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task A_file_is_read_back_replaced_and_deleted()
    {
        var files = new LocalFileStore(_root);

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
        var files = new LocalFileStore(_root);

        await Assert.ThrowsAsync<ArgumentException>(() => files.OpenAsync(path, default));
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(files, path, "x"));
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_the_file_as_it_was()
    {
        var files = new LocalFileStore(_root);
        await PutAsync(files, "p/a.txt", "whole");

        await Assert.ThrowsAsync<IOException>(() => files.PutAsync("p/a.txt", new BrokenStream(), "text/plain", default));

        Assert.Equal("whole", await ReadAsync(files, "p/a.txt"));
        Assert.Single(Directory.GetFiles(Path.Combine(_root, "p")));
    }

    public void Dispose()
    {
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    private static async Task PutAsync(LocalFileStore files, string path, string text)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        await files.PutAsync(path, content, "text/plain", default);
    }

    private static async Task<string> ReadAsync(LocalFileStore files, string path)
    {
        using var reader = new StreamReader((await files.OpenAsync(path, default))!);
        return await reader.ReadToEndAsync();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The line broke.");
    }
}
