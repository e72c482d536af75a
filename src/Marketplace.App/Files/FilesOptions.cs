namespace Marketplace.App.Files;

/// <summary>Section <c>Files</c>: where pictures, exports and attachments are kept.</summary>
public sealed class FilesOptions
{
    public const string Section = "Files";

    /// <summary>A bucket of S3 or of anything that speaks its interface; null: a folder of this machine.</summary>
    public string? Bucket { get; set; }

    /// <summary>Null for Amazon's own; else the address of the store, with path-style buckets.</summary>
    public string? Endpoint { get; set; }

    public string Region { get; set; } = "eu-central-1";

    /// <summary>Null: what the machine's own identity grants (environment, profile, instance role).</summary>
    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }
}
