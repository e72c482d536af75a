using Marketplace.Kernel.Values;

namespace Marketplace.Tests.Kernel;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  two\r\nlines  ", "two\nlines")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("a\n\n\n\n\nb", "a\n\nb")]
    [InlineData("<b>&", "<b>&")]
    public void Clean_keeps_words_and_drops_what_no_database_stores(string? text, string clean) => Assert.Equal(clean, PlainText.Clean(text));

    [Theory]
    [InlineData("Sanne de Wit", "Sanne W.")]
    [InlineData("Cher", "Cher")]
    [InlineData("  ", "")]
    [InlineData("Dalal Al-Mutairi", "Dalal A.")]
    public void A_public_name_is_a_first_name_and_a_letter(string name, string shown) => Assert.Equal(shown, PlainText.PublicName(name));

    [Fact]
    public void A_beginning_never_ends_within_a_character()
    {
        var text = new string('a', 8) + "😀😀😀";

        for (var length = 4; length < 14; length++)
        {
            var start = PlainText.Start(text, length);
            Assert.True(start.Length <= length);
            Assert.False(char.IsHighSurrogate(start[^1]) || (start.Length > 1 && char.IsHighSurrogate(start[^2]) && start[^1] == '…'));
        }
    }
}
