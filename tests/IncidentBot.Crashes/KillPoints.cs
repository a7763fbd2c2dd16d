using IncidentBot.Crashes.Hosting;
using IncidentBot.Storage;

namespace IncidentBot.Crashes;

/// <summary>The places where a crash hurts most, by name: each lies between two effects that belong together.</summary>
internal static class KillPoints
{
    /// <summary>The most telling ones, one after the other in one run of the story.</summary>
    public static readonly IReadOnlyList<Kill> Few =
    [
        new("in the middle of a migration", Kill.Start, "^schema CREATE TABLE", 5),
        new("channel created, not recorded", "declare", "^called conversations.create"),
        new("event committed, not acknowledged", "post a suspected cause", "^saved inbox\\+"),
        new("inside a sweep, before it commits", "a status update is due", "^saving .* in UpdateReminders"),
        new("resolved, not answered", "resolve", "^answering interactivity"),
        new("write-up posted, not marked", "publish", "^called chat.postMessage"),
        new("file uploaded, not marked", "publish", "^called files.completeUploadExternal"),
        new("direct message posted, not marked", "the first is due", "^called chat.postMessage"),
    ];

    /// <summary>
    /// The kills that every test run makes on an engine. What a crash right after a call to Slack does is the same on every database,
    /// so those are made on one of them.
    /// </summary>
    public static IReadOnlyList<Kill> FewOn(StorageProvider provider) => provider is StorageProvider.Sqlite
        ? Few
        : [.. Few.Where(kill => kill.Checkpoint?.StartsWith("^called", StringComparison.Ordinal) is not true)];

    /// <summary>All kills; each group is one run of the story.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<Kill>> All =
    [
        Few,
        [
            new("at the very first statement", Kill.Start, "^schema CREATE TABLE"),
            new("migration applied, not recorded", Kill.Start, "^schema CREATE INDEX", 3),
            new("during the warm-up at the start", Kill.Start, "^saving .*incidents\\+"),
            new("form opened, command not answered", "open the declare form", "^answering commands"),
            new("declaring, not committed", "declare", "^committing .*outbox\\+create_channel"),
            new("declared, not answered", "declare", "^answering interactivity"),
            new("lead taken, not answered", "take the lead", "^answering interactivity"),
            new("invited, not marked", "join from the headline", "^called conversations.invite"),
            new("event handled, not marked", "react with a pin", "^saving inbox:Done"),
            new("reaction set, not marked", "react with a pin", "^called reactions.add"),
            new("topic set, not marked", "change the severity", "^called conversations.setTopic"),
            new("card updated, not marked", "set the status to mitigated", "^called chat.update"),
            new("meeting committed, not answered", "schedule the meeting", "^answering interactivity"),
            new("calendar file's address given", "schedule the meeting", "^called files.getUploadURLExternal"),
            new("section saved, not answered", "save the factor", "^answering interactivity"),
            new("action item saved, not answered", "add the first action item", "^answering interactivity"),
            new("file's bytes sent, not completed", "publish", "^called upload"),
            new("home published, not marked", "open the home tab", "^called views.publish"),
            new("inside a sweep, committed", "the first is due", "^saved .* in SendReminders"),
        ],
        [
            new("migration recorded, not ended", Kill.Start, "^schema INSERT"),
            new("before the very first call", Kill.Start, "^calling auth.test"),
            new("channel about to be created", "declare", "^calling conversations.create"),
            new("first card posted, not marked", "declare", "^called chat.postMessage"),
            new("card pinned, not marked", "declare", "^called pins.add"),
            new("bookmark added, not marked", "declare", "^called bookmarks.add"),
            new("event acknowledged at the last moment", "reply in the thread", "^answering events"),
            new("note committed, not answered", "add a note", "^answering commands"),
            new("note committed, echo claimed", "add a note", "^claimed outbox"),
            new("update posted, not under the headline", "post an update", "^called chat.postMessage"),
            new("resolving, not committed", "resolve", "^saving .*post_mortems\\+"),
            new("facilitator saved, not answered", "choose the facilitator", "^answering interactivity"),
            new("learning saved, not answered", "save the learning", "^answering interactivity"),
            new("second action item not committed", "add the second action item", "^saving .*action_items\\+"),
            new("published, not answered", "publish", "^answering interactivity"),
            new("headline linked, not marked", "publish", "^called chat.update"),
            new("accepted, not answered", "accept the first action item", "^answering interactivity"),
            new("reminder about to be posted", "the first is overdue", "^calling chat.postMessage"),
            new("closed, not answered", "close an action item", "^answering interactivity"),
        ],
    ];
}
