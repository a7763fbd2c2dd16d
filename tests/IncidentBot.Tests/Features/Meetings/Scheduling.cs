using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Meetings;

/// <summary>What tests about the meeting do again and again: maya arranges it, everybody reads about it.</summary>
internal static class Scheduling
{
    /// <summary>Chooses a time of its own and fills in the rest; what the channel is told then.</summary>
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

    /// <summary>The calendar file under a message.</summary>
    /// <summary>The calendar file in a message's thread, as a calendar reads it.</summary>
    public static CalendarEvent EntryUnder(BotApp app, Message message) => Assert.Single(Calendar.Load(Encoding.UTF8.GetString(
        app.Slack.Files.Find(Assert.Single(app.Slack.ThreadOf(message).SelectMany(each => each.Files)))!.Content!))!.Events)!;

    /// <summary>What somebody was told in person, without what stands in threads.</summary>
    public static IReadOnlyList<string> DmsTo(BotApp app, string person) =>
        [.. app.Slack.DmWith(person).Where(message => !message.IsReply).Select(message => ShownMessages.TextOf(app, message))];
}
