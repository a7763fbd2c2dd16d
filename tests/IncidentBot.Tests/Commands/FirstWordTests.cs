using IncidentBot.Commands;

namespace IncidentBot.Tests.Commands;

public sealed class FirstWordTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("   ", "", "")]
    [InlineData("note", "note", "")]
    [InlineData("note rolled back", "note", "rolled back")]
    [InlineData("  note   rolled  back ", "note", "rolled  back")]
    [InlineData("note\nrolled back", "note", "rolled back")]
    [InlineData("note\r\n\r\nrolled\nback", "note", "rolled\nback")]
    [InlineData("note\trolled back", "note", "rolled back")]
    [InlineData("note\u00A0rolled back", "note", "rolled back")]
    [InlineData("note\u202Frolled back", "note", "rolled back")]
    [InlineData("note\u3000rolled back", "note", "rolled back")]
    [InlineData("\u00A0note \u00A0 rolled back", "note", "rolled back")]
    public void A_word_ends_at_any_white_space(string typed, string word, string rest) =>
        Assert.Equal(new FirstWord(word, rest), FirstWord.Of(typed));
}
