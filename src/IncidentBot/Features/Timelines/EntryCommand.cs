using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.Timelines;
using IncidentBot.Forms.Wording;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Runs the commands that add to the timeline: saves the entry as typed, and hints at blaming words in it.
/// </summary>
internal sealed class EntryCommand(IncidentDb db, Access access, PlainMessageText plainText, BlameReview wording, EntryWriter entries)
{
    private static readonly ReviewedField Field = new(EntryModal.Blocks.Text, BlameField.Timeline);

    /// <summary>Runs a command; <paramref name="read"/> splits its arguments into kind, text and time.</summary>
    public async Task<SlashCommandResponse> AnswerAsync(
        VerbRequest request, Func<string, DateTimeOffset, TimeZoneInfo, Result<EntryDraft>> read, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(request.Actor, request.Incident, cancellationToken);
        if (!found.Ok)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Escape(found.Refusal.Sentence));
        }

        var text = await plainText.OfAsync(request.Arguments, cancellationToken);
        var draft = await entries.ReadAsync(text, request.Actor, read, cancellationToken);
        if (!draft.Ok)
        {
            return SlashCommandResponse.Ephemeral(AskForTime(draft.Refusal, $"{request.Command.Command} {request.Word} {text}"));
        }

        var written = await entries.WriteAsync(found.Value, draft.Value, EntrySource.Command, request.Actor, cancellationToken);
        if (!written.Ok)
        {
            return SlashCommandResponse.Ephemeral(HowTo(request.Command.Command));
        }

        await db.SaveChangesAsync(cancellationToken);
        return await wording.FindInAsync(Field, draft.Value.Text, found.Value, cancellationToken) is { } finding
            ? SlashCommandResponse.Ephemeral(Hint(finding, request.Command.Command))
            : SlashCommandResponse.Empty;
    }

    /// <summary>During an incident the entry is saved first; rewording can wait.</summary>
    private static Mrkdwn Hint(FieldFinding finding, string command) => Mrkdwn.Text(
        $"Added to the timeline as typed. To reword it later, use `{command} timeline`: "
        + $"*“{finding.Blame.WordsIn(finding.FieldText.Text)}”* {finding.Blame.Harm} _{finding.Blame.Reframe}_");

    /// <summary>Nothing is lost: the command is repeated, so that it can be corrected and sent again.</summary>
    private static Mrkdwn AskForTime(Refusal refusal, string typed) => Mrkdwn.Text(
        $"{refusal.Sentence} Nothing was added yet. Correct the time, or put quotes around it to keep it as text, and send again:\n"
        + $"```{Mrkdwn.Code(typed)}```");

    private static Mrkdwn HowTo(string command) => Mrkdwn.Text(
        $"Type what happened and, if it wasn't just now, when: "
        + $"`{command} note rolled back the release at 14:05`, `{command} signal disk alert yesterday at 23:50 missed`, `{command} "
        + $"decision stay on the old version 10 min ago`. At most {TimelineEntry.TextLimit} characters.");
}
