using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.AddressBook;
using Marketplace.Sales.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Market;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Storefront.Basket;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Account;

/// <summary>The address book: one form that adds, or changes the one named in the address.</summary>
public sealed class AddressesPageModel(
    ISender sender, ICurrentMarket current, CurrentPerson person, Shell shell, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public AddressInput Input { get; set; } = new();

    /// <summary>The address in the form; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "edit")]
    public string? Edit { get; set; }

    public IReadOnlyList<MyAddress> Addresses { get; private set; } = [];

    public IReadOnlyList<Choice> Countries => shell.Market.Countries;

    /// <summary>States of the countries that have them, under their country.</summary>
    public IReadOnlyList<Choice> States =>
    [
        .. ((string[])["US", "CA", "AU"]).SelectMany(country =>
            Regions.Of(country).Select(r => r with { Group = MarketShell.CountryName(country) })),
    ];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        var edited = Addresses.FirstOrDefault(a => a.AddressId == Edit);
        if (Edit is not null && edited is null) return this.Refused(AddressErrors.NotFound);
        Input = edited is null
            ? new AddressInput { Address = new Address { Name = person.Person?.Name ?? "", Country = current.Market.Country } }
            : new AddressInput { Address = edited.Address, Phone = edited.Phone, MakeDefault = edited.IsDefault };
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync()
    {
        var region = Regions.Of(Input.Address.Country).Any(r => r.Value == Input.Address.Region) ? Input.Address.Region : null;
        var saved = await sender.Send(
            new SaveAddress(Edit, Input.Address with { Region = region }, Input.Phone, Input.MakeDefault),
            HttpContext.RequestAborted);
        if (!saved.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(saved.Error);
        this.Say(words["The address is kept."]);
        return LocalRedirect("/account/addresses");
    }

    public async Task<IActionResult> OnPostPreferAsync(string? id) => After(
        await sender.Send(new PreferAddress(id ?? ""), HttpContext.RequestAborted), words["Checkout starts with this address now."]);

    public async Task<IActionResult> OnPostRemoveAsync(string? id) => After(
        await sender.Send(new RemoveAddress(id ?? ""), HttpContext.RequestAborted), words["The address is removed."]);

    private IActionResult After(Result done, string said)
    {
        if (!done.Ok) return this.Refused(done.Error);
        this.Say(said);
        return LocalRedirect("/account/addresses");
    }

    private async Task<Error?> ReadAsync()
    {
        var addresses = await sender.Send(new ListMyAddresses(), HttpContext.RequestAborted);
        if (addresses.Ok) Addresses = addresses.Value;
        return addresses.Error;
    }
}

public sealed class AddressInput
{
    public Address Address { get; set; } = new();
    public string? Phone { get; set; }
    public bool MakeDefault { get; set; }
}
