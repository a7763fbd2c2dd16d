using IncidentBot.Forms;

namespace IncidentBot.Tests.Forms;

public sealed class PointListTests
{
    [Theory]
    [InlineData("", "- a", "• b", "a\nb")]
    [InlineData("a\nb", "a\nb\nc", "a", "a\nc")]
    [InlineData("a", "", "a\nb", "b")]
    [InlineData("a", "a1", "a2", "a1\na2")]
    [InlineData("a\nb", "b\na", "a\nb", "b\na")]
    public void What_each_of_two_people_added_and_took_out_counts(string before, string mine, string theirs, string merged) =>
        Assert.Equal(merged, PointList.Merge(before, mine, theirs));
}
