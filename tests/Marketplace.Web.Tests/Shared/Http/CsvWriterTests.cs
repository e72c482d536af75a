using System.Text;
using Marketplace.Web.Shared.Http;

namespace Marketplace.Web.Tests.Shared.Http;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31 6", "'+31 6")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    public async Task A_cell_is_quoted_as_the_standard_says_and_is_never_a_formula(string text, string cell) =>
        Assert.Equal($"{cell},{cell}\r\n", await WriteAsync(csv => csv.Text(text).Text(text)));

    [Fact]
    public async Task Numbers_keep_their_sign_and_have_a_point_in_every_language() =>
        Assert.Equal("-12.50,1000,0.005\r\n", await WriteAsync(csv => csv.Number(-12.5m, 2).Number(1000m, 0).Number(0.005m, 3)));

    private static async Task<string> WriteAsync(Action<CsvWriter> row)
    {
        using var target = new MemoryStream();
        var csv = new CsvWriter(target);
        row(csv);
        await csv.EndRowAsync(default);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
