using System.Globalization;
using Marketplace.Catalog.Exchange;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Tests.Seller;

public sealed class ImportWordsTests
{
    [Fact]
    public void Whatever_is_wrong_in_a_row_is_said_in_dutch_too()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        var words = new ServiceCollection().AddLogging().AddWords().BuildServiceProvider().GetRequiredService<IStringLocalizer<Words>>();

        Assert.True(RowProblems.Texts.Count > 20);
        Nothing.In(RowProblems.Texts.Where(t => words[t].ResourceNotFound));
    }
}
