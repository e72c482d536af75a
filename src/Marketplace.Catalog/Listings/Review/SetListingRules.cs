using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Review;

/// <summary>Says whose publications are looked at first; what is on sale or waits already stays where it is.</summary>
/// <param name="Version">The rules' version that was edited; 0 where there were none.</param>
/// <remarks>Error, beside invalid fields: <c>listing.rules-changed</c>.</remarks>
[Admin(AdminPermissions.Moderation)]
public sealed record SetListingRules(ReviewMode Mode, int FirstListings, IReadOnlyList<string> WatchedWords, long Version)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SetListingRulesValidator : AbstractValidator<SetListingRules>
{
    public SetListingRulesValidator()
    {
        RuleFor(r => r.Mode).IsInEnum();
        RuleFor(r => r.FirstListings).InclusiveBetween(1, 1000).WithMessage("Between 1 and 1000 listings.");
        RuleFor(r => r.WatchedWords).Must(w => w.Count <= ListingRules.MaximumWords).WithMessage("At most 200 words.")
            .Must(w => w.All(t => PlainText.Clean(t).Length is >= 2 and <= ListingRules.MaximumWordLength))
            .WithMessage("A watched word has 2 to 60 characters.");
    }
}

internal sealed class SetListingRulesHandler(PlatformDb db, IDatabaseProvider database, AuditTrail audit)
    : ICommandHandler<SetListingRules, Result>
{
    private static readonly Error Changed = Error.Conflict(
        "listing.rules-changed", "Somebody else changed the rules meanwhile. Look at them, then save again.");

    public async ValueTask<Result> Handle(SetListingRules command, CancellationToken cancellationToken)
    {
        var rules = await db.ListingRules.SingleOrDefaultAsync(r => r.Id == ListingRules.OnlyId, cancellationToken);
        if ((rules?.Version ?? 0) != command.Version) return Changed;
        // 0 says that nobody has set any: the first ones begin above it.
        if (rules is null) db.Add(rules = new ListingRules { Version = 1 });
        (rules.Mode, rules.FirstListings) = (command.Mode, command.FirstListings);
        rules.WatchedWords =
            [.. command.WatchedWords.Select(PlainText.Clean).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        audit.Note(
            db, "listing.rules-set", "platform", ListingRules.OnlyId,
            $"{rules.Mode}, first {rules.FirstListings}, watched: {string.Join(", ", rules.WatchedWords)}");
        return await db.TrySaveAsync(database, cancellationToken) ? Result.Success() : Changed;
    }
}
