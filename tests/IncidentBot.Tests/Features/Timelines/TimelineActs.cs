using IncidentBot.Domain.Timelines;
using IncidentBot.Sandbox.State;
using IncidentBot.Slack.Handlers;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Features.Timelines;

/// <summary>Steps and look-ups that tests of the timeline share.</summary>
internal static class TimelineActs
{
    public static async Task<Message> SaysAsync(this BotApp app, string person, ScenarioIncident incident, string text)
    {
        var said = await app.Slack.As(person).TypeAsync(incident.Channel, text);
        await app.SettleAsync();
        return said.Message!;
    }

    /// <summary>The entries on the timeline, oldest first.</summary>
    public static Task<List<TimelineEntry>> EntriesAsync(this BotApp app) => app.ReadAsync(db => db.TimelineEntries.AsNoTracking()
        .Where(entry => !entry.IsRemoved).OrderBy(entry => entry.At).ToListAsync());

    public static Task<List<ChannelMessage>> RecordAsync(this BotApp app) => app.ReadAsync(db => db.ChannelMessages.AsNoTracking()
        .OrderBy(message => message.Ts).ToListAsync());

    /// <summary>Deletes all stored messages, as if their events were lost.</summary>
    public static Task<int> ForgetMessagesAsync(this BotApp app) => app.ReadAsync(db => db.ChannelMessages.ExecuteDeleteAsync());

    public static IReadOnlyList<string> ReactionsTo(this BotApp app, Message message) =>
        [.. app.Slack.Messages.Find(message.Channel, message.Ts)!.Reactions.Select(reaction => reaction.Name)];

    /// <summary>Delivers an event at the moment that the test chooses.</summary>
    public static Task DeliverAsync(this BotApp app, string inner) => app.Services.GetRequiredService<SlackRouter>().DispatchEventAsync(
        $$"""
        {"type":"event_callback","team_id":"{{app.Slack.Team.Id}}","event_id":"Ev{{Guid.NewGuid():N}}","event_time":1772528400,
         "event":{{inner}}}
        """,
        CancellationToken.None);
}
