using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>What an entry form edits: a message with its entry, if it has one, or an entry alone.</summary>
internal sealed record EntryFormTarget(Incident Incident, ChannelMessage? Message, TimelineEntry? Entry);

/// <summary>Finds what an entry form edits, for people who may change it, and writes the input. The caller saves.</summary>
internal sealed class EntryFormTargets(IncidentDb db, Access access, TimelineMessages timelineMessages, EntryForms forms)
{
    private static Refusal Gone => new("This entry no longer exists. Close the form and open the timeline again.");

    public Task<Result<EntryFormTarget>> FindAsync(ViewInfo view, PersonId person, CancellationToken cancellationToken) =>
        view.CallbackId == EntryModal.Add
            ? FindMessageAsync(view.PrivateMetadata, person, cancellationToken)
            : FindEntryAsync(view.PrivateMetadata, person, cancellationToken);

    /// <summary>Writes the input: a message becomes an entry, and a removed entry is restored.</summary>
    public async Task<Result> WriteAsync(EntryFormTarget target, EntryInput input, PersonId person, CancellationToken cancellationToken) =>
        await EntryOfAsync(target, input, person, cancellationToken) is { } entry
            ? await forms.ApplyAsync(entry, input, person, cancellationToken)
            : new Refusal("This message has no text. Write a timeline entry by hand instead.", EntryModal.Blocks.Text);

    private async Task<Result<EntryFormTarget>> FindMessageAsync(string key, PersonId person, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(key);
        var (channel, ts) = (value.Text(0), value.Text(1));
        if (await db.ChannelMessages.SingleOrDefaultAsync(known => known.Channel == channel && known.Ts == ts, cancellationToken)
            is not { } message)
        {
            return Gone;
        }

        var number = message.IncidentNumber
            ?? await db.Channels.Where(IncidentChannel.Is(channel)).Select(known => known.IncidentNumber).FirstAsync(cancellationToken);
        var found = await access.FindAsync(person, number, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        return new EntryFormTarget(found.Value, message, await timelineMessages.EntryOfAsync(message, cancellationToken));
    }

    private async Task<Result<EntryFormTarget>> FindEntryAsync(string key, PersonId person, CancellationToken cancellationToken)
    {
        var id = ButtonValue.Read(key).Id();
        if (await db.TimelineEntries.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } entry)
        {
            return Gone;
        }

        var found = await access.FindAsync(person, entry.IncidentNumber, cancellationToken);
        return found.Ok ? new EntryFormTarget(found.Value, null, entry) : found.Refusal;
    }

    private async Task<TimelineEntry?> EntryOfAsync(
        EntryFormTarget target, EntryInput input, PersonId person, CancellationToken cancellationToken)
    {
        if (target is { Message: null, Entry: { } entry })
        {
            await timelineMessages.RestoreAsync(entry, person, cancellationToken);
            return entry;
        }

        return await timelineMessages.AddAsync(
            target.Incident, target.Message!, input.Words.From(EntrySource.Shortcut), person, cancellationToken);
    }
}
