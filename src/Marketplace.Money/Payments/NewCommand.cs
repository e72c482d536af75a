using Marketplace.Kernel.Data;
using Marketplace.Money.Payments.Model;

namespace Marketplace.Money.Payments;

/// <summary>A call to Stripe, decided now and made after the commit.</summary>
internal static class NewCommand
{
    public static PaymentCommand Of<T>(
        PaymentCommandKind kind, string reference, int attempt, string? tenantId, DateTime now, T parameters) => new()
        {
            Id = IdOf(kind, reference, attempt), Kind = kind, Reference = reference, TenantId = tenantId,
            Parameters = JsonColumn.Write(parameters), CreatedAtUtc = now, DueAtUtc = now,
        };

    public static string IdOf(PaymentCommandKind kind, string reference, int attempt) => kind switch
    {
        PaymentCommandKind.OpenCheckout => $"checkout:{reference}:{attempt}",
        PaymentCommandKind.Refund => $"refund:{reference}:{attempt}",
        PaymentCommandKind.Transfer => $"transfer:{reference}:{attempt}",
    };
}
