using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class MessageReactionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<bool, bool, EntryKind, ReactionMeaning[]> Marks { get; } = new()
    {
        { false, true, EntryKind.Event, [] },
        { true, false, EntryKind.Event, [ReactionMeaning.Event, ReactionMeaning.Decision] },
        { false, false, EntryKind.Decision, [ReactionMeaning.Decision] },
    };

    [Theory]
    [MemberData(nameof(Marks))]
    public void An_unedited_entry_matches_the_reactions_on_its_message(
        bool pinned, bool removed, EntryKind kind, ReactionMeaning[] meanings)
    {
        var entry = FromReaction();

        entry.ApplyReactions(new MessageReactions(meanings, pinned));

        Assert.Equal((removed, kind), (entry.IsRemoved, entry.Kind));
    }

    [Fact]
    public void An_entry_that_someone_edited_stays_as_it_is()
    {
        var entry = FromReaction();
        entry.Star(true, new PersonId("U1"), Now);

        entry.ApplyReactions(new MessageReactions([], false));

        Assert.False(entry.IsRemoved);
    }

    private static TimelineEntry FromReaction() => TimelineEntry.Create(
        Guid.NewGuid(), new NewEntry(1, EntryKind.Event, EntrySource.Reaction, Now, "Rolled back", "Maya"), Now).Value!;
}
