using Marketplace.Accounts.Identity.Contracts;

namespace Marketplace.Web.Storefront.People;

/// <summary>A button that asks for a passkey and posts the answer.</summary>
/// <param name="Handler">Of the page that takes it.</param>
public sealed record PasskeyForm(PasskeyQuestion Question, string Handler, string Words, string ReturnUrl);
