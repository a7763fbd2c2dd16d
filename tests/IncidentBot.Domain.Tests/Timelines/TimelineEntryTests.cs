using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class TimelineEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 19, 10, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ada = new("U0ADA");

    [Fact]
    public void An_entry_has_the_time_of_its_message_not_of_the_reaction()
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
    public void A_message_becomes_an_entry_even_if_it_is_too_long_or_in_the_future()
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
    public void An_entry_can_be_at_most_one_minute_in_the_future(int seconds, bool accepted) =>
        Assert.Equal(accepted, Entry().Retime(Now.AddSeconds(seconds), Ada, Now).Ok);

    [Fact]
    public void A_signal_has_fired_by_default()
    {
        Assert.Equal(SignalState.Fired, Entry(EntryKind.Signal).SignalState);
        Assert.Null(Entry().SignalState);
    }

    [Fact]
    public void An_entry_follows_edits_of_its_message_and_keeps_the_earlier_text()
    {
        var entry = Entry();

        entry.FollowEdit("rolled back v2", Now);
        entry.FollowEdit("rolled back v2", Now);

        Assert.Equal("rolled back v2", entry.Text);
        Assert.Equal("rolled back", Assert.Single(entry.EarlierTexts).Text);
        Assert.Equal(1, entry.Version);
    }

    [Fact]
    public void A_message_that_is_too_long_and_cut_after_a_space_is_not_edited_when_it_is_read_again()
    {
        var text = string.Concat(Enumerable.Repeat("log ", 900));
        var entry = Entry();
        entry.FollowEdit(text, Now);

        entry.FollowEdit(text, Now);
        entry.Edit(entry.Text, Ada, Now);

        Assert.Equal(2999, entry.Text.Length);
        Assert.Single(entry.EarlierTexts);
    }

    [Fact]
    public void An_entry_edited_in_the_timeline_no_longer_follows_its_message()
    {
        var entry = Entry();

        entry.Edit("Release 2 was rolled back", Ada, Now);
        entry.FollowEdit("rolled back v2", Now.AddMinutes(1));

        Assert.Equal("Release 2 was rolled back", entry.Text);
    }

    [Fact]
    public void A_starred_entry_still_follows_its_message()
    {
        var entry = Entry();

        entry.Star(true, Ada, Now);
        entry.FollowEdit("rolled back v2", Now);

        Assert.Equal("rolled back v2", entry.Text);
    }

    [Fact]
    public void A_deleted_message_marks_its_entry()
    {
        var entry = Entry();

        entry.MarkDeleted(Now);
        entry.MarkDeleted(Now.AddHours(1));

        Assert.Equal(Now, entry.MessageDeletedAt);
        Assert.Equal("rolled back", entry.Text);
        Assert.False(entry.IsRemoved);
    }

    [Fact]
    public void Removing_the_reaction_removes_the_entry_and_reacting_again_restores_it()
    {
        var entry = Entry();

        Assert.False(entry.Withdraw(EntrySource.Pin));
        Assert.True(entry.Withdraw(EntrySource.Reaction));
        Assert.True(entry.Restore(EntryKind.Signal, SignalState.Missed, EntrySource.Reaction));
        Assert.Equal((EntryKind.Signal, SignalState.Missed), (entry.Kind, entry.SignalState));
    }

    [Fact]
    public void An_edited_entry_stays_when_the_reaction_is_removed()
    {
        var entry = Entry();

        entry.Retime(Now.AddHours(-2), Ada, Now);

        Assert.False(entry.Withdraw(EntrySource.Reaction));
        Assert.False(entry.IsRemoved);
    }

    [Fact]
    public void A_reaction_does_not_restore_an_entry_that_someone_removed()
    {
        var entry = Entry();

        entry.Remove(true, Ada, Now);

        Assert.False(entry.Restore(EntryKind.Event, null, EntrySource.Reaction));
    }

    [Fact]
    public void A_fact_stays_a_fact_and_no_entry_becomes_one()
    {
        Assert.Equal("kind", Entry(EntryKind.Fact).Classify(EntryKind.Note, null, Ada, Now).Refusal?.Field);
        Assert.Equal("kind", Entry().Classify(EntryKind.Fact, null, Ada, Now).Refusal?.Field);
        Assert.True(Entry().Classify(EntryKind.Signal, SignalState.Noticed, Ada, Now).Ok);
    }

    [Fact]
    public void What_people_knew_can_be_recorded_and_cleared()
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
