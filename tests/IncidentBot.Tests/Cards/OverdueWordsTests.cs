using IncidentBot.Cards;
using IncidentBot.Tests.Features.PostMortems;

namespace IncidentBot.Tests.Cards;

/// <summary>How long something is overdue is said in one way, for post-mortems and for action items.</summary>
public sealed class OverdueWordsTests
{
    [Theory]
    [InlineData(2, "2 days overdue")]
    [InlineData(20, "20 days overdue")]
    [InlineData(21, "3 weeks overdue")]
    [InlineData(321, "45 weeks overdue")]
    public void Days_become_weeks_after_three_weeks(int days, string expected)
    {
        var item = WrittenPostMortem.Action("Rotate the keys by a job");
        var due = new DateTimeOffset(item.DueDate.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

        Assert.Contains(expected, ActionWords.Due(item, due.AddDays(days)).Content, StringComparison.Ordinal);
        Assert.Contains(expected, OverdueWords.Of(due, due.AddDays(days)).Content, StringComparison.Ordinal);
    }
}
