using Marketplace.Kernel.Data;
using Marketplace.Migrations.SqlServer;
using Marketplace.Migrations.SqlServer.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Marketplace.Tests.SqlServer;

/// <summary>The security policies as SQL Server's grammar reads them, held against the model's classes of ownership.</summary>
public sealed class PoliciesTests : IDisposable
{
    private const string Mine = "01mine", Theirs = "01theirs";

    private readonly PlatformDb _db = SqlServerModelOf.Context();
    private readonly PredicateRunner _runner = new();

    [Fact]
    public void Every_table_that_the_migrations_make_is_guarded_by_one_policy_that_is_on()
    {
        var made = TSql.All<CreateTableStatement>(TSql.Parse(SqlServerModelOf.Migrations(_db, MigrationsSqlGenerationOptions.Script)))
            .Select(t => TSql.Name(t.SchemaObjectName)).Where(t => t != "__EFMigrationsHistory").Order(StringComparer.Ordinal);

        Assert.Equal(made, Read().Select(p => p.Table).Order(StringComparer.Ordinal));
        Assert.All(TSql.All<CreateSecurityPolicyStatement>(Objects()), p => Assert.All(p.SecurityPolicyOptions, o => Assert.Equal(OptionState.On, o.OptionState)));
    }

    /// <summary>The whole truth: for each table, user and act, one's own row, another's, and nobody's.</summary>
    [Fact]
    public void Each_user_may_do_with_each_row_what_its_class_of_ownership_says()
    {
        var grants = Grants();
        var wrong = new List<string>();
        foreach (var (entity, predicates) in OwnershipOf.Tables(_db.Model).Zip(Read(), (e, p) => (e, p.Predicates)))
        {
            foreach (var user in Users.All)
            {
                foreach (var act in Enum.GetValues<Act>())
                {
                    foreach (var owner in (string?[])[Mine, Theirs, null])
                    {
                        var may = IsGranted(grants, entity, user, act) && IsAllowed(predicates, act, user, owner);
                        if (may != May(OwnershipOf.Class(entity.ClrType), user, act, owner == Mine))
                            wrong.Add($"{user} may{(may ? "" : " not")} {act} a row of {owner ?? "nobody"} in {entity.GetTableName()}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>What stands behind the grants: a grant too many must not open a table of the platform's.</summary>
    [Fact]
    public void Rows_of_the_platform_stay_its_own_even_if_they_were_granted()
    {
        var platform = OwnershipOf.Tables(_db.Model).Where(e => OwnershipOf.Class(e.ClrType) == Ownership.Platform)
            .Select(e => e.GetTableName()).ToHashSet();

        foreach (var (_, predicates) in Read().Where(p => platform.Contains(p.Table)))
            Assert.All(Enum.GetValues<Act>(), act => Assert.False(IsAllowed(predicates, act, Users.Seller, Mine)));
    }

    [Theory]
    [InlineData(Users.Seller, null)]
    [InlineData(Users.Seller, "")]
    [InlineData(Users.Buyer, null)]
    [InlineData(Users.Buyer, "")]
    [InlineData("dbo", Mine)]
    [InlineData("stranger", Mine)]
    public void Whoever_is_nobody_sees_and_writes_nothing(string user, string? id)
    {
        foreach (var function in Read().SelectMany(p => p.Predicates).Select(p => p.Function).Distinct())
        {
            _runner.Connect(user, id, id);
            foreach (var owner in (string?[])[Mine, "", null])
                Assert.False(_runner.Allows(function, new Dictionary<string, string?> { ["TenantId"] = owner, ["BuyerId"] = owner, ["Key"] = "1" }));
        }
    }

    [Fact]
    public void A_sellers_id_is_compared_whole_and_by_its_case()
    {
        var row = new Dictionary<string, string?> { ["TenantId"] = Mine };
        foreach (var other in (string[])["01MINE", "01min", "01mine0", "01mine01mine01mine01mine01mine01mine"])
        {
            _runner.Connect(Users.Seller, other, null);
            Assert.False(_runner.Allows("OwnSeller", row));
        }

        _runner.Connect(Users.Seller, Mine, null);
        Assert.True(_runner.Allows("OwnSeller", row));
    }

    /// <summary>A function whose parameter is of another type than the column answers wrongly or slowly, and no tool says so.</summary>
    [Fact]
    public void The_functions_take_the_types_of_the_columns_and_are_bound_to_them()
    {
        var functions = TSql.All<CreateFunctionStatement>(Objects()).ToDictionary(f => TSql.Name(f.Name));
        Assert.All(functions.Values, f => Assert.Contains(f.Options, o => o.OptionKind == FunctionOptionKind.SchemaBinding));

        foreach (var (entity, predicates) in OwnershipOf.Tables(_db.Model).Zip(Read(), (e, p) => (e, p.Predicates)))
        {
            foreach (var predicate in predicates)
            {
                var columns = predicate.Columns.Select(c => entity.GetProperties().Single(p => p.GetColumnName() == c).GetColumnType());
                var taken = functions[predicate.Function].Parameters.Select(p => p.DataType).Cast<SqlDataTypeReference>()
                    .Select(t => $"{t.SqlDataTypeOption.ToString().ToLowerInvariant()}({t.Parameters[0].Value})");
                if (predicate.Function == "OnlyPlatform") Assert.DoesNotContain("max", columns.Single(), StringComparison.Ordinal);
                else Assert.Equal(columns, taken);
            }
        }
    }

    [Fact]
    public void What_is_written_once_has_a_trigger_that_the_model_knows_of()
    {
        var written = OwnershipOf.Tables(_db.Model).Where(e => typeof(IAppendOnly).IsAssignableFrom(e.ClrType)).ToList();
        var triggers = TSql.All<CreateTriggerStatement>(Objects());

        Assert.NotEmpty(written);
        Assert.Equal(
            written.Select(e => (e.GetTableName()!, e.GetDeclaredTriggers().Single().ModelName)).Order(),
            triggers.Select(t => (TSql.Name(t.TriggerObject.Name), TSql.Name(t.Name))).Order());
        Assert.All(written, e => Assert.False(e.IsSqlOutputClauseUsed()));
        Assert.All(triggers, t => Assert.Equal(
            [TriggerActionType.Delete, TriggerActionType.Update], t.TriggerActions.Select(a => a.TriggerActionType).Order()));
    }

    public void Dispose()
    {
        _db.Dispose();
        _runner.Dispose();
    }

    /// <summary>Said again in other words than the code that makes the policies.</summary>
    private static bool May(Ownership ownership, string user, Act act, bool isMine)
    {
        var reads = act == Act.Read;
        return user switch
        {
            Users.Platform or Users.Migrator => true,
            _ when ownership == Ownership.Platform => false,
            _ when ownership == Ownership.Published => reads,
            _ when ownership is Ownership.PublishedBySeller or Ownership.PublishedByBuyer && reads => true,
            _ when ownership == Ownership.Journal => isMine && act is Act.Read or Act.Insert && isMine,
            Users.Seller => isMine && ownership is Ownership.Tenant or Ownership.Shared or Ownership.PublishedBySeller && isMine,
            _ => isMine && ownership is Ownership.Shared or Ownership.PublishedByBuyer && isMine,
        };
    }

    private bool IsAllowed(IReadOnlyList<Predicate> predicates, Act act, string user, string? owner)
    {
        _runner.Connect(user, Mine, Mine);
        var row = new Dictionary<string, string?> { ["TenantId"] = owner, ["BuyerId"] = owner, ["Key"] = "1" };
        // What is not to be read cannot be changed either: a filter goes before the blocks.
        return predicates.Where(p => p.Act == act || (p.Act == Act.Read && act != Act.Insert)).All(p => _runner.Allows(p.Function, row));
    }

    private static bool IsGranted(HashSet<(string, string, string)> grants, IEntityType entity, string user, Act act) =>
        user == Users.Migrator || grants.Contains((entity.GetTableName()!, user, act switch
        {
            Act.Read => "SELECT",
            Act.Insert => "INSERT",
            Act.UpdateFrom or Act.UpdateTo => "UPDATE",
            Act.Delete => "DELETE",
        }));

    private HashSet<(string Table, string User, string Verb)> Grants() =>
    [
        .. from statement in Policies.From(_db.Model)
           from grant in TSql.All<GrantStatement>(TSql.Parse(statement))
           from verb in grant.Permissions
           from user in grant.Principals
           select (grant.SecurityTargetObject.ObjectName.MultiPartIdentifier.Identifiers[^1].Value, user.Identifier.Value,
               string.Concat(verb.Identifiers.Select(i => i.Value)).ToUpperInvariant()),
    ];

    private TSqlFragment Objects() => TSql.Parse(string.Join("\nGO\n", Policies.Objects(_db.Model)));

    private List<(string Table, IReadOnlyList<Predicate> Predicates)> Read() =>
    [
        .. from policy in TSql.All<CreateSecurityPolicyStatement>(Objects())
           let actions = policy.SecurityPredicateActions
           let table = actions.Select(a => TSql.Name(a.TargetObjectName)).Distinct().Single()
           select (table, (IReadOnlyList<Predicate>)[.. actions.Select(Read)]),
    ];

    private static Predicate Read(SecurityPredicateAction action) => new(
        (action.SecurityPredicateType, action.SecurityPredicateOperation) switch
        {
            (SecurityPredicateType.Filter, SecurityPredicateOperation.All) => Act.Read,
            (SecurityPredicateType.Block, SecurityPredicateOperation.AfterInsert) => Act.Insert,
            (SecurityPredicateType.Block, SecurityPredicateOperation.BeforeUpdate) => Act.UpdateFrom,
            (SecurityPredicateType.Block, SecurityPredicateOperation.AfterUpdate) => Act.UpdateTo,
            (SecurityPredicateType.Block, SecurityPredicateOperation.BeforeDelete) => Act.Delete,
            _ => throw new InvalidOperationException($"{action.SecurityPredicateType} {action.SecurityPredicateOperation}"),
        },
        action.FunctionCall.FunctionName.Value,
        [.. action.FunctionCall.Parameters.Cast<ColumnReferenceExpression>().Select(c => c.MultiPartIdentifier.Identifiers[0].Value)]);
}
