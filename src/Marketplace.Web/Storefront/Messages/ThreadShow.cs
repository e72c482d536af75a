using System.Globalization;
using Marketplace.Care.Messages;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Messages;

/// <summary>A conversation as one side sees it.</summary>
/// <param name="Root">The conversation's own address; files lie under it. Empty where files are not opened.</param>
public sealed record ThreadShow(ThreadView Thread, MessageSide Side, string Root)
{
    public bool IsMine(MessageView message) => message.By == Side || (Side == MessageSide.Seller && message.By == MessageSide.Automatic);

    public string NameOf(MessageView message) => message.By == MessageSide.Buyer ? Thread.BuyerName : Thread.SellerName;

    public static string Size(int bytes, IStringLocalizer<Words> words) => bytes < 1024 * 1024
        ? words["{0} kB", Math.Max(1, bytes / 1024).ToString("N0", CultureInfo.CurrentCulture)]
        : words["{0} MB", (bytes / 1024m / 1024m).ToString("N1", CultureInfo.CurrentCulture)];
}

public static class ResponseWords
{
    /// <summary>Null where there is nothing to say.</summary>
    public static string? Of(int medianMinutes, IStringLocalizer<Words> words) => medianMinutes switch
    {
        <= 0 => null,
        <= 60 => words["Usually answers within an hour"].Value,
        <= 60 * 47 => words["Usually answers within {0} hours", (medianMinutes + 59) / 60].Value,
        _ => words["Usually answers within {0} days", (medianMinutes + (24 * 60) - 1) / (24 * 60)].Value,
    };
}
