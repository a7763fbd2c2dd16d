using IncidentBot.Tests.Features.Board;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.Meetings;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.WriteUps.Versions;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.WriteUps.Sections;

/// <summary>What the incident and the meeting say is printed until someone writes it.</summary>
public sealed class PrefilledSectionTests
{
    [Fact]
    public async Task A_write_up_whose_summary_no_one_wrote_says_how_the_incident_was_resolved()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await WriteAnalysisAsync(incident);

        await PublishAsync(app, incident);

        Assert.Contains(
            "What happened\nThe connection pool was too small.",
            ShownMessages.TextOf(app, PublishedVersionTests.WriteUp(app)),
            StringComparison.Ordinal);
        var document = PublishedVersionTests.Documents(app)[^1];
        Assert.Contains("## Summary\n\nThe connection pool was too small.", document, StringComparison.Ordinal);
        Assert.Contains("- Users were affected for 40 min", document, StringComparison.Ordinal);
        Assert.DoesNotContain("Not written yet", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_written_summary_replaces_what_was_said_at_resolve_and_an_emptied_one_does_not()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await WriteAnalysisAsync(incident);
        await incident.WriteAsync("summary", ("summary", "A release halved the pool. Payments failed."));
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_preview");
        var written = app.Slack.PlainText(app.Slack.OpenView("maya")!);
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);

        await incident.WriteAsync("summary", ("summary", ""));
        await PublishAsync(app, incident);

        Assert.Contains("A release halved the pool. Payments failed.", written, StringComparison.Ordinal);
        Assert.DoesNotContain("The connection pool was too small.", written, StringComparison.Ordinal);
        Assert.Contains(
            "## Summary\n\nThe connection pool was too small.", PublishedVersionTests.Documents(app)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participants_are_the_people_who_were_there_and_invited_people_who_were_not_are_named_as_absent()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z", ("attendees", "maya,priya"));
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        var meeting = new RunningMeeting(app, incident);
        await meeting.StartAsync("maya", "standard-90");
        await meeting.PressAsync("room_here", "ben");
        await meeting.PressAsync("room_here", "lena");
        await WriteAnalysisAsync(incident);

        await PublishAsync(app, incident);

        var document = PublishedVersionTests.Documents(app)[^1];
        Assert.Equal(
            ["| **Participants** | maya, ben, lena |", "| **Absent** | priya |"],
            document.Split('\n').Where(line => line.Contains("Participants", StringComparison.Ordinal)
                || line.Contains("Absent", StringComparison.Ordinal)
                || line.Contains("Invited", StringComparison.Ordinal)));
    }

    private static async Task WriteAnalysisAsync(ResolvedIncident incident)
    {
        await incident.ContributeAsync();
        await incident.WriteAsync(
            "whys",
            ("symptom", "Payments failed"),
            ("why_1", "The client sent an old field"),
            ("gap", "No contract test covers the payment API"));
        await incident.WriteAsync("factor", ("text", "The alert looked at errors only"), ("category", "Technical"));
        await incident.AddActionAsync("ben", "Cover the payment API with a contract test");
    }

    private static async Task PublishAsync(BotApp app, ResolvedIncident incident)
    {
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm publish");
        await app.SettleAsync();
    }
}
