namespace Marketplace.Web.Shared.Resources;

/// <summary>Names the one shared resource: <c>IStringLocalizer&lt;Words&gt;</c> with the English text as key.</summary>
public sealed class Words;
