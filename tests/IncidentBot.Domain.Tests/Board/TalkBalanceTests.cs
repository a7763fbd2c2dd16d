using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.Tests.Board;

/// <summary>Nobody is to carry a meeting alone.</summary>
public sealed class TalkBalanceTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 14, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Runner = new("U0RUNNER");
    private static readonly PersonId Ana = new("U0ANA");
    private static readonly PersonId Ben = new("U0BEN");

    [Theory]
    [Trait("Requirement", "R32")]
    [InlineData(5, 0, false)]
    [InlineData(6, 0, true)]
    [InlineData(4, 2, true)]
    [InlineData(3, 3, false)]
    [InlineData(4, 4, false)]
    [InlineData(5, 4, true)]
    public void More_than_half_of_at_least_six_points_is_too_much(int anas, int bens, bool expected)
    {
        var ideas = Ideas(Ana, anas).Concat(Ideas(Ben, bens));

        Assert.Equal(expected ? new TalkBalance(Ana, anas, anas + bens) : null, TalkBalance.Of(Board(), Document(), [], ideas));
    }

    [Fact]
    public void Whoever_runs_the_board_writes_for_the_meeting()
    {
        Assert.Null(TalkBalance.Of(Board(), Document(), [], Ideas(Runner, 9)));
        Assert.Null(TalkBalance.Of(Board(), Document(), [], Ideas(Runner, 4).Concat(Ideas(Ana, 3))));
    }

    [Fact]
    public void Whoever_facilitates_writes_for_the_meeting_too()
    {
        var postMortem = Document();
        postMortem.AssignFacilitator(Ana, null, Start);

        Assert.Null(TalkBalance.Of(Board(), postMortem, [], Ideas(Ana, 9)));
    }

    [Fact]
    public void What_was_there_before_the_meeting_does_not_count() =>
        Assert.Null(TalkBalance.Of(Board(), Document(), [Entry(Ana, Start.AddSeconds(-1))], Ideas(Ana, 5)));

    [Fact]
    public void Entries_ideas_and_parts_of_the_document_are_points_and_a_part_counts_once()
    {
        var postMortem = Document();
        var factor = Guid.NewGuid();
        postMortem.WriteUp.WriteFactor(factor, new FactorDraft("No alert", FactorCategory.Technical, null), Ana, Start);
        postMortem.WriteUp.WriteFactor(factor, new FactorDraft("No alert on the queue", FactorCategory.Technical, null), Ana, Start);
        postMortem.WriteUp.Park(Guid.NewGuid(), ParkedKind.Question, "Why on a Friday?", Ana, Start);
        postMortem.WriteUp.AgreeOnTimeline(Ana, Start);

        Assert.Equal(new TalkBalance(Ana, 6, 6), TalkBalance.Of(Board(), postMortem, [Entry(Ana, Start)], Ideas(Ana, 3)));
    }

    private static MeetingBoard Board() => MeetingBoard.Open(12, AgendaProfiles.For(Severity.Sev1), Runner, Start);

    private static PostMortem Document() =>
        PostMortem.Open(Guid.NewGuid(), 12, PostMortemNeed.Required, Start.AddDays(-1), TimeSpan.FromHours(48));

    private static IEnumerable<ActionIdea> Ideas(PersonId by, int count) => Enumerable.Range(0, count)
        .Select(_ => ActionIdea.Collect(Guid.NewGuid(), 12, new ActionDraft("Page on an empty queue"), null, by, Start).Value!);

    private static TimelineEntry Entry(PersonId by, DateTimeOffset addedAt) => TimelineEntry.Create(
        Guid.NewGuid(),
        new NewEntry(12, EntryKind.Note, EntrySource.Manual, Start.AddDays(-2), "The queue stood still", "Ana") { AuthorId = by },
        addedAt).Value!;
}
