using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Forms;
using IncidentBot.Forms.Wording;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Answers the form of an entry that is corrected, and of a message that becomes one: text, time and kind. Repeating it changes
/// nothing, and what someone else wrote since the form was opened is kept or shown first.
/// </summary>
internal sealed class EditEntry(
    IncidentDb db,
    Access access,
    BlameReview wording,
    EntryForms forms,
    SharedForms shared,
    TimelineMessages kept,
    ReviewScreen screen)
    : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var person = new PersonId(submission.User.Id);
        var chosen = submission.View.CallbackId == EntryModal.Add
            ? await FindMessageAsync(submission.View.PrivateMetadata, person, cancellationToken)
            : await FindEntryAsync(submission.View.PrivateMetadata, person, cancellationToken);
        if (!chosen.Ok)
        {
            return Refused(chosen.Refusal);
        }

        var looked = await wording.LookAsync(
            submission, chosen.Value.Incident, EntryModal.Worded(chosen.Value.Incident), cancellationToken);
        return looked.Instead ?? looked.Form.Answer(await WriteAsync(looked.Submission, chosen.Value, person, cancellationToken));
    }

    private async Task<ViewSubmissionResponse> WriteAsync(
        ViewSubmission submission, Chosen chosen, PersonId person, CancellationToken cancellationToken)
    {
        var answers = await ReadAsync(submission, chosen, person, cancellationToken);
        if (answers.Instead is { } instead)
        {
            return instead;
        }

        var (incident, input) = (chosen.Incident, EntryModal.Read(answers.State));
        if (await EntryOfAsync(chosen, input, person, cancellationToken) is not { } entry)
        {
            return Refused(new Refusal("This message has no text. Write a timeline entry by hand instead.", EntryModal.Blocks.Text));
        }

        if (await forms.ApplyAsync(entry, input, person, cancellationToken) is { Ok: false, Refusal: var refusal })
        {
            return Refused(refusal);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (submission.View.PreviousViewId is { Length: > 0 } below)
        {
            await screen.ShowAsync(below, null, incident, new ReviewPlace(incident.Number), person, cancellationToken);
        }

        return ViewSubmissionResponse.Close;
    }

    private async Task<Result<Chosen>> FindMessageAsync(string key, PersonId person, CancellationToken cancellationToken)
    {
        var (channel, ts) = (key.Split(':')[0], key.Split(':')[^1]);
        var message = await db.ChannelMessages.SingleAsync(known => known.Channel == channel && known.Ts == ts, cancellationToken);
        var number = message.IncidentNumber
            ?? await db.Channels.Where(IncidentChannel.Is(channel)).Select(known => known.IncidentNumber).FirstAsync(cancellationToken);
        var found = await access.FindAsync(person, number, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        return new Chosen(found.Value, message, await kept.EntryOfAsync(message, cancellationToken));
    }

    private async Task<Result<Chosen>> FindEntryAsync(string key, PersonId person, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(key);
        var entry = await db.TimelineEntries.SingleAsync(known => known.Id == id, cancellationToken);
        var found = await access.FindAsync(person, entry.IncidentNumber, cancellationToken);
        return found.Ok ? new Chosen(found.Value, null, entry) : found.Refusal;
    }

    /// <summary>A removed entry is not in the list, so whoever edits one had it open when someone took it off.</summary>
    private async Task<SharedAnswers> ReadAsync(
        ViewSubmission submission, Chosen chosen, PersonId person, CancellationToken cancellationToken)
    {
        if (chosen is { Message: null, Entry: { IsRemoved: true } removed })
        {
            var name = await shared.NameAsync(removed.EditedBy, submission, cancellationToken);
            var told = await shared.TellOnceAsync(
                submission,
                new Dictionary<string, string>
                {
                    [EntryModal.Blocks.Text] = $"{name} has removed this entry. Press Save again to restore it as shown here.",
                },
                $"removed {removed.Version}",
                cancellationToken);
            return new SharedAnswers(submission.View.State, told);
        }

        var now = chosen.Message is { } message
            ? await forms.ForAsync(message, person, cancellationToken)
            : await forms.ForAsync(chosen.Entry!, person, cancellationToken);
        return await shared.ReadAsync(submission, new SharedForm(EntryModal.Render(now), _ => chosen.Entry?.EditedBy), cancellationToken);
    }

    private async Task<TimelineEntry?> EntryOfAsync(Chosen chosen, EntryInput input, PersonId person, CancellationToken cancellationToken)
    {
        if (chosen is { Message: null, Entry: { } entry })
        {
            await kept.PutBackAsync(entry, person, cancellationToken);
            return entry;
        }

        return await kept.AddAsync(chosen.Incident, chosen.Message!, input.Words.From(EntrySource.Shortcut), person, cancellationToken);
    }

    private static ViewSubmissionResponse Refused(Refusal refusal) =>
        ViewSubmissionResponse.Error(refusal.Field ?? EntryModal.Blocks.Text, refusal.Sentence);

    /// <summary>A message, with the entry that it may be already; or an entry.</summary>
    private sealed record Chosen(Incident Incident, ChannelMessage? Message, TimelineEntry? Entry);
}
