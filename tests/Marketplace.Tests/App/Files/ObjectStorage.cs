using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Marketplace.App.Files;

namespace Marketplace.Tests.App.Files;

/// <summary>A real server of objects, started for these tests; without one they are skipped.</summary>
public sealed class ObjectStorage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mk_objects_").FullName;
    private Process? _server;
    private S3FileStore? _files;

    public S3FileStore Files
    {
        get
        {
            Assert.SkipWhen(_files is null, "There is no object storage here: set MARKETPLACE_TEST_SERVERS to a folder with start-object-storage.");
            return _files!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var script = Path.Combine(Environment.GetEnvironmentVariable("MARKETPLACE_TEST_SERVERS") ?? "", "start-object-storage");
        if (!File.Exists(script)) return;
        var port = FreePort();
        _server = Process.Start(new ProcessStartInfo(script, [port.ToString(CultureInfo.InvariantCulture), _folder])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        _ = _server.StandardOutput.ReadToEndAsync();
        _ = _server.StandardError.ReadToEndAsync();
        var options = new FilesOptions { Bucket = "marketplace", Endpoint = $"http://127.0.0.1:{port}", AccessKey = "test", SecretKey = "test-secret" };
        await MakeBucketAsync(options);
        _files = new S3FileStore(options);
    }

    public async ValueTask DisposeAsync()
    {
        _files?.Dispose();
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task MakeBucketAsync(FilesOptions options)
    {
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials(options.AccessKey, options.SecretKey),
            new AmazonS3Config { ServiceURL = options.Endpoint, ForcePathStyle = true, MaxErrorRetry = 0 });
        for (var i = 0; ; i++)
        {
            try
            {
                await s3.PutBucketAsync(options.Bucket);
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or AmazonServiceException && i < 240)
            {
                await Task.Delay(250);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
