using System.Reflection;
using System.Runtime.CompilerServices;
using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Rights;

/// <summary>
/// Who may send what: <c>rights.csv</c> is read and agreed by people, and every cell of it is tried here through the
/// pipeline, for every message of the product and every role. A message without its row fails, and so does a row
/// without its message. A probe stands behind the authorise step, so that nothing is carried out.
/// </summary>
public sealed class RightsMatrixTests
{
    private static readonly IReadOnlyList<Type> Messages =
    [
        .. new[] { typeof(KernelServices).Assembly }.Concat(AppServices.Contexts).SelectMany(a => a.GetTypes())
            .Where(t => t is { IsAbstract: false, IsClass: true } && typeof(IMessage).IsAssignableFrom(t))
            .OrderBy(NameOf, StringComparer.Ordinal),
    ];

    /// <summary>Its context and its name: Accounts.SignIn.</summary>
    private static string NameOf(Type message) => $"{message.Assembly.GetName().Name!.Split('.')[1]}.{message.Name}";

    [Fact]
    public void Every_message_has_a_row_with_a_reason_and_every_row_a_message()
    {
        var rows = RightsMatrix.Read();

        var unsaid = Messages.Select(NameOf).Except(rows.Keys).Select(m => $"{m}: say in rights.csv who may send it");
        var gone = rows.Keys.Except(Messages.Select(NameOf)).Select(m => $"{m}: there is no such message");
        var mute = rows.Values.Where(r => r.Reason.Length < 15).Select(r => $"{r.Message}: say why");
        Assert.Empty(unsaid.Concat(gone).Concat(mute));
    }

    [Fact]
    public async Task Every_role_may_send_what_the_table_says_and_nothing_else()
    {
        await using var host = await TestHost.StartAsync(Probe.Insert);
        var rows = RightsMatrix.Read();
        var wrong = new List<string>();
        foreach (var message in Messages.Where(m => rows.ContainsKey(NameOf(m))))
        {
            foreach (var (role, caller) in RightsMatrix.Callers)
            {
                var answer = await TryAsync(host, caller, message);
                var (said, may) = (rows[NameOf(message)].Allowed.Contains(role), answer == Probe.Passed);
                if (said != may) wrong.Add($"{NameOf(message)} by {role}: the table says {said}, the pipeline {answer}");
                if (!may && !answer.StartsWith("access.", StringComparison.Ordinal) && answer != "internal")
                    wrong.Add($"{NameOf(message)} by {role}: refused by {answer}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>The table has teeth: nothing else than the authorise step keeps a role from a message.</summary>
    [Fact]
    public async Task Without_the_authorise_step_every_message_gets_through_and_the_table_would_say_so()
    {
        await using var host = await TestHost.StartAsync(Probe.Replace);
        var rows = RightsMatrix.Read();
        var unseen = new List<string>();
        foreach (var message in Messages.Where(m => rows.ContainsKey(NameOf(m))))
        {
            var refused = RightsMatrix.Callers.Where(c => !rows[NameOf(message)].Allowed.Contains(c.Role)).ToList();
            foreach (var (role, caller) in refused.Take(1))
                if (await TryAsync(host, caller, message) is var answer and not Probe.Passed) unseen.Add($"{NameOf(message)} by {role}: {answer}");
        }

        Assert.Empty(unseen);
    }

    [Fact]
    public async Task What_asks_for_a_fresh_proof_or_a_second_factor_is_what_the_table_says()
    {
        await using var host = await TestHost.StartAsync(Probe.Insert);
        var wrong = new List<string>();
        foreach (var row in RightsMatrix.Read().Values.Where(r => r.Allowed.Count > 0))
        {
            var message = Messages.Single(m => NameOf(m) == row.Message);
            var (role, caller) = RightsMatrix.Callers.Last(c => row.Allowed.Contains(c.Role));
            var stale = await TryAsync(host, caller with { ProvedAtUtc = TestHost.Start.UtcDateTime.AddMinutes(-11) }, message);
            var single = await TryAsync(host, caller with { SecondFactorMissing = true }, message);
            if (stale == "access.prove-again" != row.Fresh) wrong.Add($"{row.Message} by {role}, not fresh: {stale}");
            if (single == "access.second-factor" != row.SecondFactor) wrong.Add($"{row.Message} by {role}, one factor: {single}");
        }

        Assert.Empty(wrong);
    }

    private static async Task<string> TryAsync(TestHost host, Caller caller, Type message)
    {
        await using var scope = host.ScopeFor(caller);
        var empty = RuntimeHelpers.GetUninitializedObject(message);
        try
        {
            var answer = await scope.ServiceProvider.GetRequiredService<ISender>().Send(empty);
            return (answer!.GetType().GetProperty(nameof(Result.Error))!.GetValue(answer) as Error)?.Code ?? "done";
        }
        catch (InvalidOperationException bug) when (bug.Message.EndsWith("is internal.", StringComparison.Ordinal))
        {
            return "internal";
        }
    }
}
