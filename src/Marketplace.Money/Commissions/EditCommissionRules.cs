using FluentValidation;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Commissions;

/// <summary>
/// Adds a rule (no id) or changes one. New sales follow it; orders placed keep what was frozen. The platform's default
/// stays last. Errors: commission.no-such-rule, commission.no-such-seller.
/// </summary>
/// <param name="SellerSlug">The seller by its address, as people type it; beats the id.</param>
[Admin("commissions")]
public sealed record SetCommissionRule(
    string? Id, string Name, string? TenantId, string? CategoryId, int RateBps, string? SellerSlug = null)
    : ICommand<Result<string>>, IPlatformTransaction;

/// <summary>Moves a rule one place up or down; the platform's default stays last.</summary>
[Admin("commissions")]
public sealed record MoveCommissionRule(string Id, bool Up) : ICommand<Result>, IPlatformTransaction;

[Admin("commissions")]
public sealed record RemoveCommissionRule(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class SetCommissionRuleValidator : AbstractValidator<SetCommissionRule>
{
    public SetCommissionRuleValidator()
    {
        RuleFor(m => m.Name).NotEmpty().WithMessage("Name the rule, so that others know why it is there.").MaximumLength(80);
        RuleFor(m => m.CategoryId).MaximumLength(Ids.Length).WithMessage("Choose a category of the list.");
        RuleFor(m => m.TenantId).MaximumLength(Ids.Length).WithMessage("Choose a seller.");
        RuleFor(m => m.SellerSlug).MaximumLength(40).WithMessage("A shop's address has at most 40 characters.");
        RuleFor(m => m.RateBps).InclusiveBetween(0, 5000).WithMessage("A commission lies between 0 and 50 percent.");
    }
}

internal sealed class CommissionRuleHandlers(PlatformDb db, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<SetCommissionRule, Result<string>>, ICommandHandler<MoveCommissionRule, Result>,
      ICommandHandler<RemoveCommissionRule, Result>
{
    private static readonly Error Gone = Error.NotFound("commission.no-such-rule", "This commission rule is gone already.");

    private static readonly Error NoSuchSeller = Error.InvalidField(
        "commission.no-such-seller", nameof(SetCommissionRule.SellerSlug), "No shop has this address.");

    public async ValueTask<Result<string>> Handle(SetCommissionRule command, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        var rule = rules.Find(r => r.Id == command.Id);
        if (rule is null && command.Id is not null) return Gone;
        var tenantId = command.TenantId;
        if (command.SellerSlug?.Trim() is { Length: > 0 } slug)
        {
            var seller = await sender.Send(new FindSeller(slug), cancellationToken);
            if (!seller.Ok) return NoSuchSeller;
            tenantId = seller.Value.TenantId;
        }

        if (rule is null)
        {
            rule = new CommissionRule { Id = Ids.New(clock), Position = 0, Name = command.Name, RateBps = command.RateBps };
            db.Add(rule);
            rules.Add(rule);
        }

        (rule.Name, rule.RateBps, rule.TenantId, rule.CategoryId) =
            (command.Name, command.RateBps, tenantId, command.CategoryId);
        Number([.. rules.OrderBy(r => r.IsDefault)]);
        audit.Note(db, "commission.rule-set", "commission-rule", rule.Id, $"{rule.Name}: {rule.RateBps} bps", rule.TenantId);
        return rule.Id;
    }

    public async ValueTask<Result> Handle(MoveCommissionRule command, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        var from = rules.FindIndex(r => r.Id == command.Id);
        if (from < 0) return Gone;
        var to = from + (command.Up ? -1 : 1);
        if (to < 0 || to >= rules.Count || rules[from].IsDefault || rules[to].IsDefault) return Result.Success();
        (rules[from], rules[to]) = (rules[to], rules[from]);
        Number(rules);
        audit.Note(db, "commission.rule-moved", "commission-rule", command.Id, command.Up ? "up" : "down");
        return Result.Success();
    }

    public async ValueTask<Result> Handle(RemoveCommissionRule command, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        if (rules.Find(r => r.Id == command.Id) is not { } rule) return Gone;
        db.Remove(rule);
        audit.Note(db, "commission.rule-removed", "commission-rule", rule.Id, rule.Name, rule.TenantId);
        return Result.Success();
    }

    private Task<List<CommissionRule>> RulesAsync(CancellationToken cancellation) =>
        db.CommissionRules.OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(cancellation);

    private static void Number(List<CommissionRule> rules)
    {
        for (var i = 0; i < rules.Count; i++) rules[i].Position = i;
    }
}
