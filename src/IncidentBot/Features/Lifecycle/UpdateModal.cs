using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>A status update in one form: what everyone should know now, the status, the severity, and when the next update comes.</summary>
internal static class UpdateModal
{
    public const string CallbackId = "update";

    internal static class Blocks
    {
        public const string Text = "text";
        public const string Status = "status";
        public const string Severity = "severity";
        public const string NextIn = "next_in";
    }

    public static Modal Render(Incident incident) => new("Status update")
    {
        CallbackId = CallbackId,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Post",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Join("\n", Mrkdwn.Text($"{IncidentWords.Title(incident)}"), Last(incident))),
            new InputBlock(Blocks.Text, "What is known, what is not, what happens next?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = Incident.UpdateLimit,
                FocusOnLoad = true,
            })
            {
                Hint = incident.IsPrivate
                    ? "Posted in this channel."
                    : "Posted in this channel and in the thread of the incident's headline.",
            },
            IncidentSelects.Status(Blocks.Status, incident),
            IncidentSelects.Severity(Blocks.Severity, incident),
            new InputBlock(Blocks.NextIn, "Next update", new StaticSelect("value")
            {
                Options = [.. StatusCadence.NextInMinutes.Select(Option)],
                Placeholder = Default(incident.Severity),
            })
            {
                Optional = true,
            },
        ],
    };

    /// <summary>The update, after the changed fields. Fields that the person didn't touch keep what others changed meanwhile.</summary>
    public static IReadOnlyList<FieldEdit> Read(ViewInfo view)
    {
        var state = view.State;
        int? nextIn = int.TryParse(state.SelectedOption(Blocks.NextIn), CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
        FieldEdit[] edits =
        [
            FieldEdit.OfSeverity(Blocks.Severity, state),
            FieldEdit.OfStatus(Blocks.Status, state),
        ];
        return
        [
            .. edits.Where(edit => view.IsEdited(edit.Block)),
            new(Blocks.Text, (incident, by, now) => incident.PostUpdate(state.Text(Blocks.Text), by, now, nextIn)),
        ];
    }

    private static Option Option(int minutes) =>
        new(minutes < 60 ? $"In {minutes} min" : $"In {minutes / 60} h", minutes.ToString(CultureInfo.InvariantCulture));

    private static PlainText Default(Severity severity) => SeverityPolicy.For(severity).UpdateEvery is { } every
        ? $"In {every.TotalMinutes:0} min (usual for {SeverityLabels.Of(severity)})"
        : "No reminder";

    private static Mrkdwn Last(Incident incident) => incident.StatusUpdates is [.., var last]
        ? Mrkdwn.Text($"Last update, {Mrkdwn.Date(last.At)}: {SlackText.Truncate(last.Text, 300)}")
        : Mrkdwn.Empty;
}
