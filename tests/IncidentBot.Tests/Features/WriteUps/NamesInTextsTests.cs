using System.Globalization;
using System.Text;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.WriteUps;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.WriteUps.Versions;
using IncidentBot.Tests.Hosting;
using IncidentBot.Workspace;
using PersonId = IncidentBot.Domain.PersonId;

namespace IncidentBot.Tests.Features.WriteUps;

/// <summary>The setting for names covers the texts too: a mention in the published timeline is a role or "someone".</summary>
public sealed class NamesInTextsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Maya = new("U1MAYA");
    private static readonly PersonId Ben = new("U2BEN");
    private static readonly PersonId Bot = new("U3BOT");

    [Theory]
    [Trait("Engine", "both")]
    [Trait("Requirement", "D12")]
    [InlineData("Roles", "the incident lead")]
    [InlineData("Anonymous", "someone")]
    public async Task A_published_timeline_names_no_one_even_where_a_message_mentions_them(string names, string shown)
    {
        await using var app = await BotApp.StartAsync(("PostMortems:TimelineNames", names));
        var incident = await Scenarios.DeclaredSev1(app);
        var (maya, ben) = (app.Slack.As("maya"), app.Slack.As("ben"));
        await maya.TypeAsync(incident.Channel, "/incident lead me");
        await app.SettleAsync();
        await ben.TypeAsync(incident.Channel, "the pool is full, @maya please look");
        await ben.ReactAsync(app.Slack.MessagesIn(incident.Channel)[^1], "pushpin");
        await ben.TypeAsync(incident.Channel, "/incident note asked @ben to restart it");
        await ben.TypeAsync(incident.Channel, "Why did @maya get no page?");
        await ben.ReactAsync(
            app.Slack.MessagesIn(incident.Channel).Last(message => message.Text.StartsWith("Why", StringComparison.Ordinal)), "parking");
        await app.SettleAsync();
        app.Time.Advance(TimeSpan.FromMinutes(40));
        await Scenarios.Resolve(app, incident);
        var written = new ResolvedIncident(app, incident);
        await written.CompleteAsync();
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();

        var timeline = TimelineOf(app);
        Assert.Contains($"the pool is full, {shown} please look", timeline, StringComparison.Ordinal);
        Assert.Contains("asked someone to restart", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("maya", timeline, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@ben", timeline, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            $"## Parked\n\n- Question: Why did {shown} get no page?\n",
            PublishedVersionTests.Documents(app)[^1],
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "D12")]
    public void The_role_is_the_one_held_at_that_moment_and_bots_have_their_names()
    {
        var incident = Incident.Declare(new Declaration("Checkout is down", Severity.Sev1) { Lead = Maya }, Maya, Start).Value!;
        incident.Assign(IncidentRole.Lead, Ben, Maya, Start.AddMinutes(30));
        var name = new TimelineName(
            TimelineNames.Roles,
            incident,
            new[] { Row(Maya, "Maya"), Row(Ben, "Ben"), Row(Bot, "Alertmanager", isBot: true) }.ToDictionary(person => person.Id));

        Assert.Equal(
            ("Lead", "Responder", "Responder", "Lead"),
            (name.Of(Maya, Start.AddMinutes(29)), name.Of(Ben, Start.AddMinutes(29)), name.Of(Maya, Start.AddMinutes(30)),
                name.Of(Ben, Start.AddMinutes(30))));
        Assert.Equal("Alertmanager", name.Of(Bot, Start));
        Assert.Equal("Lead", name.Of(Maya, Start.AddHours(-5)));
        Assert.Equal("The incident lead, not @Mayall or x@maya.example", name.In("@Maya, not @Mayall or x@maya.example", Start));
        Assert.Equal("@Alertmanager says so", name.In("@Alertmanager says so", Start));
    }

    private static Person Row(PersonId id, string name, bool isBot = false) =>
        new() { Id = id, Name = name, Zone = "UTC", FetchedAt = Start, IsBot = isBot };

    private static string TimelineOf(BotApp app)
    {
        var file = app.Slack.MessagesIn("incidents").SelectMany(message => message.Files).Last();
        var text = Encoding.UTF8.GetString(app.Slack.Files.Find(file)!.Content!);
        var start = text.IndexOf("## Timeline", StringComparison.Ordinal);
        var end = text.IndexOf("\n## ", start + 5, StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{text[start..(end < 0 ? text.Length : end)]}");
    }
}
