using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Accounts;

internal static class UpdateAccount
{
    public static JsonObject Handle(ApiCall call)
    {
        AccountRoutes.Need(call);
        var account = call.Tx.Edit(call.RouteId());
        Apply(account, call.Params);
        AccountBody.Derive(account);
        Announce(call.Tx, account);
        return account;
    }

    public static void Apply(JsonObject account, JsonObject data)
    {
        if (data.Text("email") is { } email) account["email"] = email;
        if (data.Text("business_type") is { } type) account["business_type"] = type;
        foreach (var (name, value) in data.Child("business_profile") ?? [])
        {
            account["business_profile"]![name] = value?.DeepClone();
        }

        foreach (var (name, wish) in data.Child("capabilities") ?? [])
        {
            var capabilities = account.Child("capabilities")!;
            if (wish is JsonObject group && group.Flag("requested")) capabilities[name] ??= "inactive";
            else capabilities.Remove(name);
        }

        if (data.Child("settings")?.Child("payouts")?.Child("schedule") is { } schedule)
        {
            foreach (var (name, value) in schedule)
            {
                account["settings"]!["payouts"]!["schedule"]![name] = value?.DeepClone();
            }
        }

        account["metadata"] = Json.MergeMetadata(account.Child("metadata"), data.Child("metadata"));
    }

    /// <summary>Tells of it in the account's own scope: a Connect endpoint hears it with `account` set.</summary>
    public static void Announce(Tx tx, JsonObject account)
    {
        EventLog.Emit(tx, account.Id(), "account.updated", account);
        foreach (var (name, _) in account.Child("capabilities")!)
        {
            EventLog.Emit(tx, account.Id(), "capability.updated", Capability(account, name));
        }
    }

    public static JsonObject Capability(JsonObject account, string name) => new()
    {
        ["id"] = name,
        ["object"] = "capability",
        ["account"] = account.Id(),
        ["future_requirements"] = account.Child("future_requirements")!.Copy(),
        ["requested"] = true,
        ["requested_at"] = account.Number("created"),
        ["requirements"] = account.Child("requirements")!.Copy(),
        ["status"] = account.Child("capabilities")!.Text(name),
    };
}
