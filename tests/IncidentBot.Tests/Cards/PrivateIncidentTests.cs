using IncidentBot.Features.Declare;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Cards;

public sealed class PrivateIncidentTests
{
    private const string Secret = "Customer data leaked";

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_private_incident_is_on_no_one_elses_cards()
    {
        await using var app = await BotApp.StartAsync();
        await DeclarePrivateAsync(app);

        Assert.DoesNotContain(app.Slack.MessagesIn("incidents"), message => message.BotId is not null);
        Assert.All(await WhatBenSeesAsync(app), text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        var channel = app.Slack.Channels.All.Single(channel => channel.Name.StartsWith("inc-1", StringComparison.Ordinal));
        Assert.True(channel.IsPrivate);
        await Scenarios.Resolve(app, new ScenarioIncident(1, channel.Id));
        await app.UntilAsync(5, 4, 10);

        // The weekly digest would list its post-mortem, which is long overdue.
        Assert.DoesNotContain(app.Slack.MessagesIn("incidents"), message => message.BotId is not null);
        Assert.All(await WhatBenSeesAsync(app), text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_declarer_sees_a_private_incident()
    {
        await using var app = await BotApp.StartAsync();
        await DeclarePrivateAsync(app);
        var maya = app.Slack.As("maya");

        await maya.OpenHomeAsync();
        await app.SettleAsync();

        Assert.Contains(Secret, app.Slack.PlainText(app.Slack.HomeOf("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_that_leaked_does_not_open_a_private_incident()
    {
        await using var app = await BotApp.StartAsync();
        var open = await Scenarios.DeclaredSev1(app);
        await DeclarePrivateAsync(app);
        var headline = app.Slack.MessagesIn("incidents").Last(message => message.BotId is not null);
        await app.ChangeIncidentAsync(1, incident => incident.MakePrivate());

        await app.Slack.As("tom").ClickAsync(headline, "incident_join");
        await app.SettleAsync();

        Assert.DoesNotContain(app.Slack.As("tom").User.Id, app.Slack.Channels.Named(open.Channel).Members);
    }

    private static async Task DeclarePrivateAsync(BotApp app)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", $"/incident {Secret}");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, DeclareModal.ShowMore);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("severity", "SEV1"), ("private", "private")));
        await app.SettleAsync();
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
    }

    /// <summary>Everything that someone outside a private incident sees: home, lists, the declare form, answers, messages.</summary>
    private static async Task<List<string>> WhatBenSeesAsync(BotApp app)
    {
        var ben = app.Slack.As("ben");
        var seen = new List<string>();
        await ben.OpenHomeAsync();
        await app.SettleAsync();
        seen.Add(app.Slack.PlainText(app.Slack.HomeOf("ben")!));
        foreach (var command in new[] { "/incident list", "/incident actions all", "/postmortem", "/incident duplicate of 1", "/incident" })
        {
            var typed = await ben.TypeAsync("general", command);
            seen.Add(typed.Acknowledgement?.Body ?? "");
            if (app.Slack.OpenView("ben") is { } view)
            {
                seen.Add(app.Slack.PlainText(view));
                await ben.CloseAsync(view, all: true);
            }
        }

        seen.AddRange(Messages(app, "general").Concat(Messages(app, "incidents")));
        return seen;
    }

    private static IEnumerable<string> Messages(BotApp app, string channel) =>
        app.Slack.MessagesIn(channel).Concat(app.Slack.EphemeralsFor("ben", channel))
            .Select(message => app.Slack.PlainText((Surface)message));
}
