using FluentValidation;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Commissions;

public sealed record CommissionRuleView(
    string Id, int Position, string Name, string? TenantId, string? CategoryId, int RateBps, long Version);

/// <summary>The rules in their order; without any, the platform's default from the settings applies.</summary>
[Admin("commissions")]
public sealed record ListCommissionRules : IQuery<Result<IReadOnlyList<CommissionRuleView>>>;

/// <summary>Adds a rule (no id) or changes one. New sales follow it; orders placed keep what was frozen.</summary>
[Admin("commissions")]
public sealed record SetCommissionRule(
    string? Id, string Name, string? TenantId, string? CategoryId, int RateBps) : ICommand<Result<string>>, IPlatformTransaction;

/// <summary>Moves a rule one place up or down.</summary>
[Admin("commissions")]
public sealed record MoveCommissionRule(string Id, bool Up) : ICommand<Result>, IPlatformTransaction;

[Admin("commissions")]
public sealed record RemoveCommissionRule(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class SetCommissionRuleValidator : AbstractValidator<SetCommissionRule>
{
    public SetCommissionRuleValidator()
    {
        RuleFor(m => m.Name).NotEmpty().WithMessage("Name the rule, so that others know why it is there.").MaximumLength(80);
        RuleFor(m => m.RateBps).InclusiveBetween(0, 5000).WithMessage("A commission lies between 0 and 50 percent.");
    }
}

internal sealed class CommissionRuleHandlers(PlatformDb db, AuditTrail audit, TimeProvider clock)
    : IQueryHandler<ListCommissionRules, Result<IReadOnlyList<CommissionRuleView>>>,
      ICommandHandler<SetCommissionRule, Result<string>>, ICommandHandler<MoveCommissionRule, Result>,
      ICommandHandler<RemoveCommissionRule, Result>
{
    private static readonly Error Gone = Error.NotFound("commission.no-such-rule", "This commission rule is gone already.");

    public async ValueTask<Result<IReadOnlyList<CommissionRuleView>>> Handle(
        ListCommissionRules query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<CommissionRuleView>>.Success(
            await db.CommissionRules.AsNoTracking().OrderBy(r => r.Position).ThenBy(r => r.Id).Take(1000)
                .Select(r => new CommissionRuleView(r.Id, r.Position, r.Name, r.TenantId, r.CategoryId, r.RateBps, r.Version))
                .ToListAsync(cancellationToken));

    public async ValueTask<Result<string>> Handle(SetCommissionRule command, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        var rule = rules.Find(r => r.Id == command.Id);
        if (rule is null && command.Id is not null) return Gone;
        if (rule is null)
        {
            rule = new CommissionRule { Id = Ids.New(clock), Position = 0, Name = command.Name, RateBps = command.RateBps };
            db.Add(rule);
            var isDefault = command is { TenantId: null, CategoryId: null };
            rules.Insert(isDefault ? rules.Count : rules.TakeWhile(r => !IsDefault(r)).Count(), rule);
        }

        (rule.Name, rule.RateBps, rule.TenantId, rule.CategoryId) =
            (command.Name, command.RateBps, command.TenantId, command.CategoryId);
        Number(rules);
        audit.Note(db, "commission.rule-set", "commission-rule", rule.Id, $"{rule.Name}: {rule.RateBps} bps", rule.TenantId);
        return rule.Id;
    }

    public async ValueTask<Result> Handle(MoveCommissionRule command, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        var from = rules.FindIndex(r => r.Id == command.Id);
        if (from < 0) return Gone;
        var to = from + (command.Up ? -1 : 1);
        if (to < 0 || to >= rules.Count) return Result.Success();
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

    private static bool IsDefault(CommissionRule rule) => rule is { TenantId: null, CategoryId: null };

    private static void Number(List<CommissionRule> rules)
    {
        for (var i = 0; i < rules.Count; i++) rules[i].Position = i;
    }
}
