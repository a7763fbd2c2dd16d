using IncidentBot.Tests.Features.FollowUps;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.Recurrence;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Digests;

/// <summary>One message on Monday, and one page a quarter.</summary>
public sealed class DigestTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R124")]
    public async Task The_week_names_what_came_back_and_what_is_open_and_the_quarter_fits_on_a_page()
    {
        await using var app = await BotApp.StartAsync();
        await ClassedIncidents.AddAsync(app, ResolvedIncident.Private(app));
        await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.UntilAsync(3, 9, 9, 31);

        var digest = Assert.Single(Messages(app), text => text.Contains("Causes that came back", StringComparison.Ordinal));
        Assert.Contains("Causes that came back: 2", digest, StringComparison.Ordinal);
        Assert.Contains($"• Incident 3: Search is slow · {ClassedIncidents.Class}", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Incident 1:", digest, StringComparison.Ordinal);
        Assert.Contains("Open structural investigations: 1", digest, StringComparison.Ordinal);
        Assert.Contains($"• {ClassedIncidents.Class} · open for 5 days · no owner", digest, StringComparison.Ordinal);

        await app.UntilAsync(4, 6, 9, 29);
        Assert.DoesNotContain(Messages(app), text => text.Contains("Incidents in 2026-Q1", StringComparison.Ordinal));
        await app.UntilAsync(4, 6, 9, 31);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        var page = Assert.Single(Messages(app), text => text.Contains("Incidents in 2026-Q1", StringComparison.Ordinal));
        Assert.Contains("Incidents: 3\n", page, StringComparison.Ordinal);
        Assert.Contains("Repeat incidents: 2 of 3", page, StringComparison.Ordinal);
        Assert.Contains("The quarter before: none yet", page, StringComparison.Ordinal);
        Assert.Contains($"• {ClassedIncidents.Class}: 3", page, StringComparison.Ordinal);
        Assert.Contains("Actions done: 0 of 3", page, StringComparison.Ordinal);
        Assert.Contains("Open structural investigations: 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_write_up_is_named_with_its_readers_in_the_digest()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.Incident.ChangeAsync(db => db.PostMortems.Single().MarkDrafted(app.IdOf("maya"), app.Now));
        await meeting.PublishAsync();
        await app.UntilAsync(3, 9, 9, 31);

        var digest = Assert.Single(Messages(app), text => text.Contains("Published this week", StringComparison.Ordinal));
        Assert.Contains("• Incident 1: Checkout is down · read by 0", digest, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Messages(BotApp app) => ShownMessages.TextsIn(app, "incidents");
}
