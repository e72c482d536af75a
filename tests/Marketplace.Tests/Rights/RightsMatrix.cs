using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Rights;

/// <param name="Allowed">The roles whose column says yes.</param>
internal sealed record RightsRow(string Message, IReadOnlySet<string> Allowed, bool Fresh, bool SecondFactor, string Reason);

/// <summary>The table beside this file, and a caller for each of its columns.</summary>
internal static class RightsMatrix
{
    private static readonly DateTime Now = TestHost.Start.UtcDateTime;

    public static IReadOnlyList<(string Role, Caller Caller)> Callers { get; } =
    [
        ("anybody", Caller.Anonymous),
        ("guest", new Caller(BuyerId: "guest")),
        ("person", new Caller("ana", BuyerId: "ana", ProvedAtUtc: Now)),
        .. Enum.GetValues<SellerRole>().Select(r => (
            "seller-" + r.ToString().ToLowerInvariant(),
            new Caller("ana", "kiln", "ana", SellerPermissions.Of(r), ProvedAtUtc: Now))),
        ("looking", new Caller("ada", "kiln", null, SellerPermissions.Of(SellerRole.Owner), ProvedAtUtc: Now, IsReadOnly: true)),
        .. Enum.GetValues<AdminRole>().Select(r => (
            "staff-" + r.ToString().ToLowerInvariant(),
            new Caller("ada", BuyerId: "ada", AdminPermissions: AdminPermissions.Of(r), ProvedAtUtc: Now))),
    ];

    public static Dictionary<string, RightsRow> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Rights", "rights.csv"));
        var head = lines[0].Split(';');
        Assert.Equal(["message", .. Callers.Select(c => c.Role), "fresh", "second factor", "reason"], head);
        return lines.Skip(1).Where(l => l.Length > 0).Select(l => Row(head, l.Split(';', head.Length)))
            .ToDictionary(r => r.Message, StringComparer.Ordinal);
    }

    private static RightsRow Row(string[] head, string[] cells)
    {
        Assert.Equal(head.Length, cells.Length);
        Assert.All(cells[1..^1], cell => Assert.True(cell is "yes" or "-", $"{cells[0]}: yes or -, not '{cell}'"));
        bool Says(string column) => cells[Array.IndexOf(head, column)] == "yes";
        return new RightsRow(
            cells[0], Callers.Select(c => c.Role).Where(Says).ToHashSet(StringComparer.Ordinal), Says("fresh"),
            Says("second factor"), cells[^1].Trim());
    }
}
