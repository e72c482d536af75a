using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Marketplace.Kernel.Audit;

/// <summary>
/// The chain: each row's hash is over all that the row says, its place, and the hash before. Whoever changes, takes out
/// or puts in a row would have to write every later hash anew.
/// </summary>
public static class AuditSeal
{
    /// <summary>What stands before the first row.</summary>
    public static readonly string Beginning = new('0', 64);

    public static string Of(AuditRow row, long sequence, string before)
    {
        // A list of texts as JSON: no two rows are written alike, whatever their words contain.
        string?[] said =
        [
            before, sequence.ToString(CultureInfo.InvariantCulture), row.Id,
            Moment(row.AtUtc), row.Actor, row.Action, row.SubjectKind, row.SubjectId, row.TenantId, row.BuyerId, row.Detail,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said)));
    }

    /// <summary>To the microsecond: databases do not all keep more.</summary>
    private static string Moment(DateTime atUtc) =>
        (atUtc.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);
}
