using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Board;

public sealed class WrittenMeetingTests
{
    [Fact]
    [Trait("Requirement", "R31")]
    public async Task The_channel_gets_a_message_for_each_phase_and_the_facilitator_one_when_its_time_is_up()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "async");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(
            ShownMessages.TextsIn(app, meeting.Incident.Channel), text => text.Contains("continues in writing", StringComparison.Ordinal));

        await meeting.PressAsync("room_next");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.Single(
            ShownMessages.TextsIn(app, meeting.Incident.Channel),
            text => text.Contains("continues in writing: 2 of 4, Questions in the thread, until", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Slack.DmWith("maya"), IsOver);

        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(app.Slack.DmWith("maya"), IsOver);

        bool IsOver(Sandbox.State.Message message) =>
            ShownMessages.TextOf(app, message).Contains(
                "Time for Questions in the thread in the post-mortem of incident 1 is up.", StringComparison.Ordinal);
    }
}
