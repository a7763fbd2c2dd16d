using IncidentBot.Domain.WriteUps;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Board;

/// <summary>What the meeting set aside is answered, dropped or made an idea, in the meeting or after it.</summary>
public sealed class ParkingLotTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R51")]
    public async Task Parked_questions_lead_from_the_overview_to_an_answer_an_idea_or_out_of_the_list()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "lite-30");
        await ParkAsync(app, meeting, "Why was no one paged?");
        await ParkAsync(app, meeting, "Can we split the queue?");
        await ParkAsync(app, meeting, "Who ordered lunch?");
        var asked = (await app.Slack.As("aiko").TypeAsync(meeting.Incident.Channel, "Why on a Friday?")).Message!;
        await app.Slack.As("ben").ReactAsync(asked, "parking");
        await app.SettleAsync();
        await meeting.GoToAsync("Close");
        await meeting.PressAsync("room_finish");
        Assert.Contains("Answer parked questions", Buttons.Of(meeting.Board));

        var overview = await meeting.Incident.OpenOverviewAsync();
        Assert.Contains("4 questions are still open.", ShownMessages.TextOf(app, overview), StringComparison.Ordinal);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(overview, "room_parking_lot");
        await maya.ClickAsync(List(app), "room_parked_answer", await ValueOfAsync(app, "Why was no one paged?"));
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("answer", "The alert looks at errors only")));
        await maya.ClickAsync(List(app), "room_parked_idea", await ValueOfAsync(app, "Can we split the queue?"));
        await maya.ClickAsync(List(app), "room_parked_drop", await ValueOfAsync(app, "Who ordered lunch?"));
        Assert.Contains(
            ":white_check_mark: Why was no one paged?\n_The alert looks at errors only_",
            ShownMessages.TextOf(app, List(app)),
            StringComparison.Ordinal);
        await maya.ClickAsync(List(app), "room_parked_answer");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("answer", "The release was late")));
        await app.SettleAsync();
        Assert.DoesNotContain("Answer parked questions", Buttons.Of(meeting.Board));
        await maya.CloseAsync(List(app));

        Assert.DoesNotContain("still open.", ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        var parked = (await meeting.Incident.ReadAsync()).WriteUp.Parked.ToDictionary(item => item.Text, item => item.Outcome);
        Assert.Equal(
            [ParkedOutcome.Answered, ParkedOutcome.Idea, ParkedOutcome.Dropped, ParkedOutcome.Answered],
            new[] { "Why was no one paged?", "Can we split the queue?", "Who ordered lunch?", "Why on a Friday?" }
                .Select(text => parked[text]!.Value));
        Assert.Equal("Can we split the queue?", (await app.ReadAsync(db => db.ActionIdeas.SingleAsync())).Text);
    }

    private static View List(BotApp app) => app.Slack.OpenView("maya")!;

    private static async Task<string> ValueOfAsync(BotApp app, string text)
    {
        var item = await app.ReadAsync(db => db.PostMortems.AsNoTracking().SelectMany(each => each.WriteUp.Parked)
            .SingleAsync(item => item.Text == text));
        return $"1:{item.Id:N}";
    }

    private static async Task ParkAsync(BotApp app, RunningMeeting meeting, string question)
    {
        await meeting.PressAsync("room_park", "ben");
        var ben = app.Slack.As("ben");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("text", question)));
        await app.SettleAsync();
    }
}
