using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.AddressBook;

/// <summary>
/// Keeps an address, or changes one; the same address again is the one that is there. Answers its id. The first is the
/// default. Errors: <c>address.not-found</c>, <c>address.full</c>.
/// </summary>
[Person]
public sealed record SaveAddress(string? AddressId, Address Address, string? Phone, bool MakeDefault)
    : ICommand<Result<string>>, IPlatformTransaction;

internal sealed class SaveAddressValidator : AbstractValidator<SaveAddress>
{
    public SaveAddressValidator()
    {
        RuleFor(c => c.Address).SetValidator(new AddressValidator());
        RuleFor(c => c.Phone).IsPhone();
    }
}

internal sealed class SaveAddressHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<SaveAddress, Result<string>>
{
    public async ValueTask<Result<string>> Handle(SaveAddress command, CancellationToken cancellation)
    {
        var (buyerId, now) = (caller.Caller.BuyerId!, clock.GetUtcNow().UtcDateTime);
        var mine = await db.SavedAddresses.Where(a => a.BuyerId == buyerId).ToListAsync(cancellation);
        var address = Tidy(command.Address);
        var phone = string.IsNullOrWhiteSpace(command.Phone) ? null : command.Phone.Trim();
        var kept = command.AddressId is null
            ? mine.Find(a => a.Address == address)
            : mine.Find(a => a.Id == command.AddressId);
        if (kept is null && command.AddressId is not null) return AddressErrors.NotFound;
        if (kept is null)
        {
            if (mine.Count >= SavedAddress.Most) return AddressErrors.Full;
            kept = new SavedAddress
            {
                Id = Ids.New(clock), BuyerId = buyerId, Address = address, AddedAtUtc = now, PreferredAtUtc = DateTime.UnixEpoch,
            };
            db.Add(kept);
        }

        (kept.Address, kept.Phone) = (address, phone ?? (command.AddressId is null ? kept.Phone : null));
        if (command.MakeDefault || mine.Count == 0) kept.PreferredAtUtc = now;
        return kept.Id;
    }

    /// <summary>As it stands on a label; what was left empty is null, so that equal addresses are equal.</summary>
    private static Address Tidy(Address typed) => new()
    {
        Name = typed.Name.Trim(), Line1 = typed.Line1.Trim(), Line2 = Blank(typed.Line2), Company = Blank(typed.Company),
        Postcode = Postcodes.Tidy(typed.Postcode), City = typed.City.Trim(), Region = Blank(typed.Region), Country = typed.Country,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
