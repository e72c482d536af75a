using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Marketplace.Kernel.Ports;

namespace Marketplace.App.Files;

/// <summary>
/// Files in a bucket that several processes share. An object appears whole or not at all, as S3 promises. Nothing is
/// public there and no link leads there: files are read by the program alone, which asks whose they are first.
/// </summary>
public sealed class S3FileStore : IFileStore, IDisposable
{
    private readonly AmazonS3Client _s3;
    private readonly string _bucket;

    public S3FileStore(FilesOptions options)
    {
        _bucket = options.Bucket ?? throw new InvalidOperationException("Files:Bucket is missing.");
        var config = new AmazonS3Config
        {
            AuthenticationRegion = options.Region,
            // Stores other than Amazon's do not all know the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint) (config.ServiceURL, config.ForcePathStyle) = (endpoint, true);
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        _s3 = options is { AccessKey: { } key, SecretKey: { } secret }
            ? new AmazonS3Client(new BasicAWSCredentials(key, secret), config) : new AmazonS3Client(config);
    }

    public async Task PutAsync(string path, Stream content, string contentType, CancellationToken cancellation)
    {
        var key = FilePath.Checked(path);
        await using var whole = content.CanSeek ? null : await AsideAsync(content, cancellation);
        await _s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = _bucket, Key = key, InputStream = whole ?? content, ContentType = contentType, AutoCloseStream = false,
                UseChunkEncoding = false,
            }, cancellation);
    }

    public async Task<Stream?> OpenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return (await _s3.GetObjectAsync(_bucket, FilePath.Checked(path), cancellation)).ResponseStream;
        }
        catch (AmazonS3Exception none) when (none.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task<bool> ExistsAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await _s3.GetObjectMetadataAsync(_bucket, FilePath.Checked(path), cancellation);
            return true;
        }
        catch (AmazonS3Exception none) when (none.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public Task DeleteAsync(string path, CancellationToken cancellation) =>
        _s3.DeleteObjectAsync(_bucket, FilePath.Checked(path), cancellation);

    public void Dispose() => _s3.Dispose();

    /// <summary>S3 wants to know the length before the first byte.</summary>
    private static async Task<Stream> AsideAsync(Stream content, CancellationToken cancellation)
    {
        var aside = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await content.CopyToAsync(aside, cancellation);
        aside.Position = 0;
        return aside;
    }
}
