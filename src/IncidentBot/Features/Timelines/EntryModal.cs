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

/// <summary>The initial values of the modal.</summary>
/// <param name="CallbackId">What submitting the form does.</param>
/// <param name="Key">What the form edits: the incident's number, "channel:ts" of a message, or the entry's id.</param>
internal sealed record EntryForm(string CallbackId, string Key)
{
    public EntryWords Words { get; init; } = EntryWords.Event;

    public string Text { get; init; } = "";

    /// <summary>The time as the person would type it.</summary>
    public string At { get; init; } = "";

    public string System { get; init; } = "";
}

/// <summary>The submitted values.</summary>
internal sealed record EntryInput(EntryWords Words, string Text, string At, string System, IReadOnlyList<MessageFile> Files);

/// <summary>The form for one timeline entry: kind, time, text, system and files.</summary>
internal static class EntryModal
{
    /// <summary>A new entry, written by hand.</summary>
    public const string Write = "timeline_entry_write";

    /// <summary>A new entry from a message.</summary>
    public const string Add = "timeline_entry_add";

    /// <summary>An existing entry.</summary>
    public const string Edit = "timeline_entry_edit";

    internal static class Blocks
    {
        public const string Kind = "kind";
        public const string At = "at";
        public const string Text = "text";
        public const string System = "system";
        public const string Files = "files";
    }

    private const int MaxFiles = 3;
    private static readonly string[] Filetypes = ["png", "jpg", "jpeg", "gif", "webp", "pdf", "txt", "log", "csv", "json"];

    /// <summary>
    /// Text typed here is checked for blame only after the incident is over, so that nothing slows responders down. Messages in
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
                Hint = $"In your time zone: 14:05, yesterday 23:50, 10 min ago. {WhenEmpty(form)}",
            },
            new InputBlock(Blocks.Text, "What happened?", new PlainTextInput("value")
            {
                InitialValue = form.Text,
                Multiline = true,
                MaxLength = TimelineEntry.TextLimit,
                FocusOnLoad = true,
            }),
            SystemField(form),
            new InputBlock(Blocks.Files, "Files", new FileInput("value") { MaxFiles = MaxFiles, Filetypes = Filetypes })
            {
                Optional = true,
                Hint = "Screenshots or logs, at most three. They stay in Slack.",
            },
        ],
    };

    private static InputBlock SystemField(EntryForm form) => new(Blocks.System, "System", new PlainTextInput("value")
    {
        InitialValue = form.System,
        MaxLength = TimelineEntry.SystemLimit,
        Placeholder = "payments-api",
    })
    {
        Optional = true,
        Hint = "What acted or was affected. The write-up has a column for it.",
    };

    private static string WhenEmpty(EntryForm form) =>
        form.CallbackId == Write ? "Defaults to now." : "Leave empty to keep the time.";

    public static EntryInput Read(ViewState state) =>
        new(
            EntryWords.Parse(state.SelectedOption(Blocks.Kind)),
            state.Text(Blocks.Text),
            state.Text(Blocks.At),
            state.Text(Blocks.System),
            [.. state.Files(Blocks.Files).Select(MessageStore.FileOf)]);

    /// <summary>A time in the person's zone, in the format that they type.</summary>
    public static string LocalTime(DateTimeOffset at, TimeZoneInfo zone) =>
        Zones.ToWall(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
