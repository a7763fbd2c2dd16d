using IncidentBot.Domain.Board;

namespace IncidentBot.Domain.Tests.Board;

public sealed class PrimeDirectiveTests
{
    [Fact]
    public void It_is_quoted_word_for_word_with_its_author_and_year()
    {
        Assert.Equal(
            "Regardless of what we discover, we understand and truly believe that everyone did the best job they could, given what "
                + "they knew at the time, their skills and abilities, the resources available, and the situation at hand.",
            PrimeDirective.Text);
        Assert.Equal("Norm Kerth, 2001", $"{PrimeDirective.Author}, {PrimeDirective.Year}");
    }
}
