using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Channels;

public sealed class FollowChannelTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task Renaming_and_archiving_by_hand_are_followed()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");

        await maya.RenameChannelAsync(incident.Channel, "inc-1-checkout");
        await maya.ArchiveAsync("inc-1-checkout");
        await app.SettleAsync();

        var channel = await app.ReadAsync(db => db.Channels.AsNoTracking().SingleAsync());
        Assert.Equal(("inc-1-checkout", true), (channel.Name, channel.IsArchived));
    }

    [Fact]
    public async Task Reopening_says_that_nothing_is_due_for_now_and_that_the_channel_is_archived()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        var maya = app.Slack.As("maya");
        await maya.ArchiveAsync(incident.Channel);
        await app.SettleAsync();

        await maya.TypeAsync("general", "/incident reopen #1 The errors are back");
        await app.SettleAsync();

        Assert.Contains(
            "is open again. :warning: #", ShownMessages.TextOf(app, app.Slack.DmWith("maya")[^1]), StringComparison.Ordinal);
        var headline = app.Slack.MessagesIn("incidents").First(message => message.BotId is not null);
        var said = ShownMessages.TextOf(app, app.Slack.ThreadOf(headline)[^1]);
        Assert.Contains("nothing is due for now", said, StringComparison.Ordinal);
        Assert.Contains("is archived", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_profile_is_followed()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya").User;

        app.Slack.Users.Update(maya with { TimeZone = "Asia/Tokyo" });
        await app.SettleAsync();

        var known = await app.ReadAsync(db => db.People.AsNoTracking().ToListAsync());
        Assert.Equal("Asia/Tokyo", known.Single(person => person.Id.Value == maya.Id).Zone);
    }

    [Fact]
    public async Task The_members_of_a_private_incidents_channel_are_stored()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Leak of customer data");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, IncidentBot.Features.Declare.DeclareModal.ShowMore);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("severity", "SEV1"), ("private", "private")));
        await app.SettleAsync();
        var channel = await app.ReadAsync(db => db.Channels.AsNoTracking().SingleAsync());

        await maya.InviteAsync(channel.ChannelId!, "ben");
        await maya.InviteAsync(channel.ChannelId!, "tom");
        await app.Slack.As("tom").LeaveAsync(channel.ChannelId!);
        await app.SettleAsync();

        var incident = await app.ReadAsync(db => db.Incidents.AsNoTracking().SingleAsync());
        var members = incident.Members.Select(member => member.Person.Value).ToList();
        Assert.Contains(app.Slack.As("ben").User.Id, members);
        Assert.DoesNotContain(app.Slack.As("tom").User.Id, members);
    }
}
