using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.Timelines;
using IncidentBot.Forms.Wording;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines;

/// <summary>What the modal shows at first.</summary>
/// <param name="CallbackId">What submitting it does.</param>
/// <param name="Key">What it is about: the incident's number, "channel:ts" of a message, or the entry's id.</param>
internal sealed record EntryForm(string CallbackId, string Key)
{
    public EntryWords Words { get; init; } = EntryWords.Event;

    public string Text { get; init; } = "";

    /// <summary>As the person would type it.</summary>
    public string At { get; init; } = "";
}

/// <summary>What was typed and chosen.</summary>
internal sealed record EntryInput(EntryWords Words, string Text, string At, IReadOnlyList<MessageFile> Files);

/// <summary>One entry of the timeline: what it is, when it happened, what happened.</summary>
internal static class EntryModal
{
    /// <summary>A new entry, written by hand.</summary>
    public const string Write = "timeline_entry_write";

    /// <summary>A message becomes an entry.</summary>
    public const string Add = "timeline_entry_add";

    /// <summary>An entry is corrected.</summary>
    public const string Edit = "timeline_entry_edit";

    internal static class Blocks
    {
        public const string Kind = "kind";
        public const string At = "at";
        public const string Text = "text";
        public const string Files = "files";
    }

    private const int MaxFiles = 3;
    private static readonly string[] Filetypes = ["png", "jpg", "jpeg", "gif", "webp", "pdf", "txt", "log", "csv", "json"];

    /// <summary>
    /// Text typed here is checked for blame once the incident is over; until then nothing gets in the way. Messages in
    /// the channel are never checked.
    /// </summary>
    public static IReadOnlyList<ReviewedField> ReviewedFields(Incident incident) =>
        incident.IsOpen ? [] : [new(Blocks.Text, BlameField.Timeline) { OnlyIfEdited = true }];

    public static Modal Render(EntryForm form) => new(form.CallbackId == Edit ? "Edit entry" : "Add to timeline")
    {
        CallbackId = form.CallbackId,
        PrivateMetadata = form.Key,
        Submit = form.CallbackId == Edit ? "Save" : "Add",
        Close = "Cancel",
        Blocks =
        [
            new InputBlock(Blocks.Kind, "Kind", new StaticSelect("value")
            {
                Options = [.. EntryWords.All.Select(words => words.Option)],
                InitialOption = form.Words.Option,
            }),
            new InputBlock(Blocks.At, "When did it happen?", new PlainTextInput("value") { InitialValue = form.At, Placeholder = "14:05" })
            {
                Optional = true,
                Hint = "Your time zone: 14:05, yesterday 23:50, 10 min ago. Leave empty for now.",
            },
            new InputBlock(Blocks.Text, "What happened?", new PlainTextInput("value")
            {
                InitialValue = form.Text,
                Multiline = true,
                MaxLength = TimelineEntry.TextLimit,
                FocusOnLoad = true,
            }),
            new InputBlock(Blocks.Files, "Files", new FileInput("value") { MaxFiles = MaxFiles, Filetypes = Filetypes })
            {
                Optional = true,
                Hint = "Screenshots, logs. At most three; they stay in Slack.",
            },
        ],
    };

    public static EntryInput Read(ViewState state) =>
        new(
            EntryWords.Parse(state.SelectedOption(Blocks.Kind)),
            state.Text(Blocks.Text),
            state.Text(Blocks.At),
            [.. state.Files(Blocks.Files).Select(MessageStore.FileOf)]);

    /// <summary>An instant in the format that people type.</summary>
    public static string LocalTime(DateTimeOffset at, TimeZoneInfo zone) =>
        Zones.ToWall(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
