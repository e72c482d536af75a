using System.Text;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Fulfilment.Bulk;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Orders;

/// <summary>Ships many orders by a CSV file: first what it would do, row by row, then the doing of it.</summary>
[RequestSizeLimit(1_000_000)]
public sealed class ShipmentsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    private const int MostBytes = 400_000;

    public ShipmentPlan? Plan { get; private set; }

    /// <summary>The file's text, carried from the dry run to the doing.</summary>
    [BindProperty]
    public string? Csv { get; set; }

    /// <summary>Without the null character, which PostgreSQL stores nowhere.</summary>
    private string Text => (Csv ?? "").Replace("\0", "", StringComparison.Ordinal);

    public ShipmentsApplied? Applied { get; private set; }

    public void OnGet() => Csv = "";

    public async Task<IActionResult> OnPostCheckAsync(IFormFile? file)
    {
        if (file is { Length: > MostBytes }) return this.Again(ShipmentFileErrors.TooMany);
        if (file is { Length: > 0 })
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            Csv = await reader.ReadToEndAsync(HttpContext.RequestAborted);
            ModelState.Remove(nameof(Csv));
        }

        var plan = await sender.Send(new PlanShipments(Text), HttpContext.RequestAborted);
        if (!plan.Ok) return Refuse(plan.Error);
        Plan = plan.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(string seller)
    {
        var applied = await sender.Send(new ApplyShipments(Text), HttpContext.RequestAborted);
        if (!applied.Ok) return Refuse(applied.Error);
        Applied = applied.Value;
        if (Applied.Refused.Count > 0) return Page();
        this.Say(
            words.Count(
                Applied.Parcels, "{0} parcel shipped. Its buyer has got a mail.",
                "{0} parcels shipped. Their buyers have got mails."),
            Applied.Parcels > 0 ? Tone.Good : Tone.Warn);
        return LocalRedirect($"/seller/{seller}/orders?tab=Shipped");
    }

    public string TextOf(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Ships => words["Ships"],
        RowOutcome.ShippedBefore => words["Shipped before; left out"],
        RowOutcome.NoNumber => words["The order's number is missing"],
        RowOutcome.NoOrder => words["You have no order with this number"],
        RowOutcome.NotOpen => words["Nothing of this order is left to ship"],
        RowOutcome.CancellationAsked => words["The buyer asks to cancel: answer first"],
        RowOutcome.NoSku => words["This SKU is not in the order"],
        RowOutcome.WrongQuantity => words["The quantity is a whole number from 1 on"],
        RowOutcome.MoreThanOpen => words["More than is left to ship"],
        RowOutcome.NoCarrier => words["This carrier is not in the list"],
        RowOutcome.WrongTracking => words["A tracking number has letters, digits, blanks, dots and dashes."],
        RowOutcome.WholeAndParts => words["Another row ships this order already"],
    };

    private IActionResult Refuse(Error error) =>
        error.Kind is ErrorKind.Forbidden ? this.Refused(error) : this.Again(error);
}
