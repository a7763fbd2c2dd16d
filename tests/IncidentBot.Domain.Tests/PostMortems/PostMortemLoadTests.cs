using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class PostMortemLoadTests
{
    [Theory]
    [Trait("Requirement", "R17")]
    [InlineData(2, "Checkout", "Required post-mortems for Checkout in the last 30 days: 2.", false)]
    [InlineData(3, "Checkout", "Required post-mortems for Checkout in the last 30 days: 3. Too many tire people", true)]
    [InlineData(1, null, "Required post-mortems in the last 30 days: 1.", false)]
    public void Three_in_a_month_are_many(int required, string? of, string sentence, bool isHigh)
    {
        var load = new PostMortemLoad(required, of);

        Assert.StartsWith(sentence, load.Sentence, StringComparison.Ordinal);
        Assert.Equal((isHigh, isHigh), (load.IsHigh, load.Sentence.Contains("tire", StringComparison.Ordinal)));
    }
}
