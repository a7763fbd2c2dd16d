using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class TimelineEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 19, 10, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ada = new("U0ADA");

    [Fact]
    public void It_carries_the_time_of_the_message_and_not_of_the_reaction()
    {
        var entry = Entry();

        Assert.Equal(Now.AddHours(-1), entry.At);
        Assert.Equal(Now, entry.AddedAt);
        Assert.False(entry.IsEdited);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3000, true)]
    [InlineData(3001, false)]
    public void A_text_has_1_to_3000_characters(int length, bool accepted) => Assert.Equal(accepted, TimelineEntry.Create(
        Guid.Empty, new(12, EntryKind.Note, EntrySource.Command, Now, new string('x', length), "Ada"), Now).Ok);

    [Fact]
    public void A_message_is_kept_however_long_it_is_and_whatever_its_clock_says()
    {
        var message = new NewEntry(12, EntryKind.Event, EntrySource.Pin, Now.AddHours(1), new string('x', 2999) + "🔥🔥", "Ada")
        {
            Message = new("C1", "1795081500.000100"),
        };

        var entry = TimelineEntry.Create(Guid.Empty, message, Now).Value!;

        Assert.Equal(new string('x', 2999), entry.Text);
        Assert.Equal(Now.AddHours(1), entry.At);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void It_lies_in_the_past(int seconds, bool accepted) =>
        Assert.Equal(accepted, Entry().Retime(Now.AddSeconds(seconds), Ada, Now).Ok);

    [Fact]
    public void A_signal_has_fired_unless_someone_says_otherwise()
    {
        Assert.Equal(SignalState.Fired, Entry(EntryKind.Signal).SignalState);
        Assert.Null(Entry().SignalState);
    }

    [Fact]
    public void It_follows_its_message_and_keeps_the_earlier_text()
    {
        var entry = Entry();

        entry.FollowEdit("rolled back v2", Now);
        entry.FollowEdit("rolled back v2", Now);

        Assert.Equal("rolled back v2", entry.Text);
        Assert.Equal("rolled back", Assert.Single(entry.EarlierTexts).Text);
        Assert.Equal(1, entry.Version);
    }

    [Fact]
    public void Once_written_in_the_log_it_no_longer_follows_its_message()
    {
        var entry = Entry();

        entry.Edit("Release 2 was rolled back", Ada, Now);
        entry.FollowEdit("rolled back v2", Now.AddMinutes(1));

        Assert.Equal("Release 2 was rolled back", entry.Text);
    }

    [Fact]
    public void A_star_does_not_stop_it_from_following_its_message()
    {
        var entry = Entry();

        entry.Star(true, Ada, Now);
        entry.FollowEdit("rolled back v2", Now);

        Assert.Equal("rolled back v2", entry.Text);
    }

    [Fact]
    public void A_deleted_message_leaves_its_entry_marked()
    {
        var entry = Entry();

        entry.MarkDeleted(Now);
        entry.MarkDeleted(Now.AddHours(1));

        Assert.Equal(Now, entry.MessageDeletedAt);
        Assert.Equal("rolled back", entry.Text);
        Assert.False(entry.IsRemoved);
    }

    [Fact]
    public void Taking_the_reaction_away_removes_it_and_reacting_again_brings_it_back()
    {
        var entry = Entry();

        Assert.False(entry.Withdraw(EntrySource.Pin));
        Assert.True(entry.Withdraw(EntrySource.Reaction));
        Assert.True(entry.Restore(EntryKind.Signal, SignalState.Missed, EntrySource.Reaction));
        Assert.Equal((EntryKind.Signal, SignalState.Missed), (entry.Kind, entry.SignalState));
    }

    [Fact]
    public void What_someone_edited_stays_when_the_reaction_goes()
    {
        var entry = Entry();

        entry.Retime(Now.AddHours(-2), Ada, Now);

        Assert.False(entry.Withdraw(EntrySource.Reaction));
        Assert.False(entry.IsRemoved);
    }

    [Fact]
    public void What_someone_removed_does_not_come_back_by_a_reaction()
    {
        var entry = Entry();

        entry.Remove(true, Ada, Now);

        Assert.False(entry.Restore(EntryKind.Event, null, EntrySource.Reaction));
    }

    [Fact]
    public void A_fact_stays_a_fact_and_nothing_becomes_one()
    {
        Assert.Equal("kind", Entry(EntryKind.Fact).Classify(EntryKind.Note, null, Ada, Now).Refusal?.Field);
        Assert.Equal("kind", Entry().Classify(EntryKind.Fact, null, Ada, Now).Refusal?.Field);
        Assert.True(Entry().Classify(EntryKind.Signal, SignalState.Noticed, Ada, Now).Ok);
    }

    [Fact]
    public void The_four_columns_are_filled_and_emptied()
    {
        var entry = Entry();

        entry.RecordContext(new("dashboards were green", "roll back", null, " "), Ada, Now);
        entry.RecordContext(new("dashboards were green", "", null, null), Ada, Now);

        Assert.Equal(
            ("dashboards were green", null, null, null), (entry.InformationAvailable, entry.Decision, entry.Assumption, entry.LearnedHow));
        Assert.Equal("assumption", entry.RecordContext(new(null, null, new string('x', 501), null), Ada, Now).Refusal?.Field);
    }

    [Fact]
    public void A_timeline_is_ordered_by_time_and_then_by_message()
    {
        var late = Entry();
        var early = Entry(ts: "1795081500.000100");
        var earliest = Entry();
        earliest.Retime(Now.AddHours(-3), Ada, Now);

        Assert.Equal([earliest, early, late], new[] { late, early, earliest }.Order(TimelineOrder.Instance));
    }

    private static TimelineEntry Entry(EntryKind kind = EntryKind.Event, string ts = "1795081500.000200") => TimelineEntry.Create(
        Guid.Empty,
        new(12, kind, EntrySource.Reaction, Now.AddHours(-1), " rolled back ", "Ada") { Message = new("C1", ts) },
        Now).Value!;
}
