using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Meetings;

/// <summary>What the tests of meetings share.</summary>
internal static class Scheduling
{
    /// <summary>Schedules the meeting as Maya and returns the invitation in the channel.</summary>
    public static async Task<Message> ScheduleAsync(
        this ResolvedIncident incident, BotApp app, string start, params (string Field, string Value)[] more)
    {
        var maya = app.Slack.As("maya");
        var form = await incident.OpenScheduleAsync(app);
        await maya.SubmitAsync(await maya.FillAsync(form, [("proposal", "other"), ("start", start), .. more]));
        await app.SettleAsync();
        return app.Slack.MessagesIn(incident.Channel).Last(
            message => app.Slack.PlainText(message).Contains("The calendar file is in the thread", StringComparison.Ordinal));
    }

    public static async Task<View> OpenScheduleAsync(this ResolvedIncident incident, BotApp app)
    {
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm schedule");
        return app.Slack.OpenView("maya") ?? throw new InvalidOperationException(app.Traffic());
    }

    /// <summary>The entry in the calendar file of a message's thread.</summary>
    public static CalendarEvent EntryUnder(BotApp app, Message message) => Assert.Single(Calendar.Load(Encoding.UTF8.GetString(
        app.Slack.Files.Find(Assert.Single(app.Slack.ThreadOf(message).SelectMany(each => each.Files)))!.Content!))!.Events)!;

    /// <summary>The direct messages to a person, without replies in threads.</summary>
    public static IReadOnlyList<string> DmsTo(BotApp app, string person) =>
        [.. app.Slack.DmWith(person).Where(message => !message.IsReply).Select(message => ShownMessages.TextOf(app, message))];
}
