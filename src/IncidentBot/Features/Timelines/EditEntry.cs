using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the form of an entry that is corrected, and of a message that becomes one: text, time and kind. Repeating it changes nothing.</summary>
internal sealed class EditEntry(
    IncidentDb db, Access access, EntryForms forms, KeptMessages kept, ReviewScreen screen) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var person = new PersonId(submission.User.Id);
        var input = EntryModal.Read(submission.View.State);
        var chosen = submission.View.CallbackId == EntryModal.Add
            ? await FromMessageAsync(submission.View.PrivateMetadata, input, person, cancellationToken)
            : await FromEntryAsync(submission.View.PrivateMetadata, person, cancellationToken);
        if (!chosen.Ok)
        {
            return Refused(chosen.Refusal);
        }

        var (incident, entry) = chosen.Value;
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

    private async Task<Result<Chosen>> FromMessageAsync(string key, EntryInput input, PersonId person, CancellationToken cancellationToken)
    {
        var (channel, ts) = (key.Split(':')[0], key.Split(':')[^1]);
        var number = await db.Channels.Where(known => known.ChannelId == channel).Select(known => known.IncidentNumber).SingleAsync(cancellationToken);
        var found = await access.FindAsync(person, number, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var message = await db.ChannelMessages.SingleAsync(known => known.Channel == channel && known.Ts == ts, cancellationToken);
        var entry = await kept.AddAsync(found.Value, message, input.Words.From(EntrySource.Shortcut), person, cancellationToken);
        return entry is null
            ? new Refusal("A message without words cannot go on the timeline. Write an entry by hand instead.", EntryModal.Blocks.Text)
            : new Chosen(found.Value, entry);
    }

    private async Task<Result<Chosen>> FromEntryAsync(string key, PersonId person, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(key);
        var entry = await db.TimelineEntries.SingleAsync(known => known.Id == id, cancellationToken);
        var found = await access.FindAsync(person, entry.IncidentNumber, cancellationToken);
        return found.Ok ? new Chosen(found.Value, entry) : found.Refusal;
    }

    private static ViewSubmissionResponse Refused(Refusal refusal) =>
        ViewSubmissionResponse.Error(refusal.Field ?? EntryModal.Blocks.Text, refusal.Sentence);

    private sealed record Chosen(Incident Incident, TimelineEntry Entry);
}
