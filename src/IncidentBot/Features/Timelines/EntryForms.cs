using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Timelines;

/// <summary>Prefills the entry form and applies its input; people read and type times in their own zone.</summary>
internal sealed class EntryForms(EntryWriter entries, TimelineMessages timelineMessages, PlainMessageText plainText, TimeProvider time)
{
    /// <summary>The form for a message: a new entry, or its existing one.</summary>
    public async Task<EntryForm> ForAsync(ChannelMessage message, PersonId viewer, CancellationToken cancellationToken)
    {
        if (await timelineMessages.EntryOfAsync(message, cancellationToken) is { IsRemoved: false } entry)
        {
            return await ForAsync(entry, viewer, cancellationToken);
        }

        return new(EntryModal.Add, $"{message.Channel}:{message.Ts}")
        {
            Text = SlackText.Truncate(await plainText.OfAsync(message, cancellationToken), TimelineEntry.TextLimit),
            At = EntryModal.LocalTime(message.At, await entries.ZoneOfAsync(viewer, cancellationToken)),
        };
    }

    public async Task<EntryForm> ForAsync(TimelineEntry entry, PersonId viewer, CancellationToken cancellationToken) =>
        new(EntryModal.Edit, entry.Id.ToString("N"))
        {
            Words = EntryWords.For(entry.Kind, entry.SignalState),
            Text = entry.Text,
            System = entry.System ?? "",
            At = EntryModal.LocalTime(entry.At, await entries.ZoneOfAsync(viewer, cancellationToken)),
        };

    /// <summary>The time to save: unchanged if the field, which shows no seconds, is unedited or empty; now for a new entry.</summary>
    public async Task<Result<DateTimeOffset>> ReadAtAsync(
        EntryInput input, DateTimeOffset? shown, PersonId person, CancellationToken cancellationToken)
    {
        var zone = await entries.ZoneOfAsync(person, cancellationToken);
        if (shown is { } at && (input.At.Length == 0 || input.At == EntryModal.LocalTime(at, zone)))
        {
            return at;
        }

        return input.At.Length == 0 ? time.GetUtcNow() : BackDatedTime.Parse(input.At, time.GetUtcNow(), zone);
    }

    /// <summary>Adds the entry that the form describes and posts it in the channel; the caller saves.</summary>
    public async Task<Result<TimelineEntry>> WriteAsync(
        Incident incident, EntryInput input, PersonId person, CancellationToken cancellationToken)
    {
        var at = await ReadAtAsync(input, null, person, cancellationToken);
        if (!at.Ok)
        {
            return at.Refusal with { Field = EntryModal.Blocks.At };
        }

        var draft = new EntryDraft(input.Words, input.Text, at.Value) { System = input.System, Files = input.Files };
        return await entries.WriteAsync(incident, draft, EntrySource.Manual, person, cancellationToken);
    }

    /// <summary>Applies the form to the entry; unchanged fields are left alone.</summary>
    public async Task<Result> ApplyAsync(TimelineEntry entry, EntryInput input, PersonId person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var at = await ReadAtAsync(input, entry.At, person, cancellationToken);
        if (!at.Ok)
        {
            return at.Refusal;
        }

        entry.AttachFiles(input.Files, person, now);
        return entry.Edit(input.Text, person, now) is { Ok: false } text ? text
            : entry.Retime(at.Value, person, now) is { Ok: false } moved ? moved
            : entry.ChangeSystem(input.System, person, now) is { Ok: false } system ? system
            : entry.Classify(input.Words.Kind, input.Words.State, person, now);
    }
}
