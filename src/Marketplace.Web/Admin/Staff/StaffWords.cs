using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Staff;

/// <summary>The roles of the platform's staff, and what each may do.</summary>
public static class StaffWords
{
    public static string Of(AdminRole role, IStringLocalizer<Words> words) => role switch
    {
        AdminRole.Owner => words["Owner"],
        AdminRole.Operations => words["Operations"],
        AdminRole.Finance => words["Finance"],
        AdminRole.Support => words["Support"],
        AdminRole.Auditor => words["Auditor"],
    };

    public static IEnumerable<Choice> Choices(IStringLocalizer<Words> words) =>
        Enum.GetValues<AdminRole>().Select(role => new Choice(role.ToString(), Of(role, words), Means(role, words)));

    public static string Means(AdminRole role, IStringLocalizer<Words> words) => role switch
    {
        AdminRole.Owner => words["Everything, staff and settings too"],
        AdminRole.Operations => words["Sellers, orders, reports, catalogue, pages, search, jobs and mail"],
        AdminRole.Finance => words["Money, commissions, tax, orders and the audit log"],
        AdminRole.Support => words["Sellers, orders, reports and mail"],
        AdminRole.Auditor => words["Reads the audit log, changes nothing"],
    };
}
