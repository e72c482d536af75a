using FluentValidation;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Growth.Search.Model;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;

namespace Marketplace.Growth.Search;

/// <summary>What the visitor may be about to type; nothing for less than two characters.</summary>
[Anyone]
public sealed record SuggestSearch(Market Market, string Text, string? SellerId = null) : IQuery<Result<SuggestResult>>;

internal sealed class SuggestSearchValidator : AbstractValidator<SuggestSearch>
{
    public SuggestSearchValidator() => RuleFor(q => q.Text).NotNull().MaximumLength(SearchLimits.MaxTextLength);
}

internal sealed class SuggestSearchHandler(ISearchEngine engine, HiddenSellers hidden)
    : IQueryHandler<SuggestSearch, Result<SuggestResult>>
{
    private const int ShortestText = 2;
    private const int OfEachKind = 5;

    public async ValueTask<Result<SuggestResult>> Handle(SuggestSearch query, CancellationToken cancellation)
    {
        if (query.Text.Trim().Length < ShortestText) return SuggestResult.Empty;
        return await engine.SuggestAsync(new SuggestRequest
        {
            Text = query.Text,
            Currency = query.Market.CurrencyCode,
            Country = query.Market.Country,
            SellerId = query.SellerId,
            HiddenSellerIds = await hidden.GetAsync(cancellation),
            Limit = OfEachKind,
        }, cancellation);
    }
}
