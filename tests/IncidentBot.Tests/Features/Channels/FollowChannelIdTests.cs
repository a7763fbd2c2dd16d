using IncidentBot.Domain.Timelines;
using IncidentBot.Tests.Hosting;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Features.Channels;

public sealed class FollowChannelIdTests
{
    private const string NewId = "C0SHARED01";

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_channel_with_another_id_keeps_its_messages_its_entries_and_its_card()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var oldId = app.Slack.Channels.Named(incident.Channel).Id;
        var typed = await app.Slack.As("maya").TypeAsync(incident.Channel, "The pool is empty");
        await app.Slack.As("maya").ReactAsync(typed.Message!, "pushpin");
        var idea = await app.Slack.As("maya").TypeAsync(incident.Channel, "We need an alert");
        await app.Slack.As("maya").ReactAsync(idea.Message!, "hammer_and_wrench");
        await app.SettleAsync();

        app.Slack.Events.ChannelIdChanged(oldId, NewId);
        app.Slack.Events.ChannelIdChanged(oldId, NewId);
        await app.SettleAsync();

        Assert.Equal(NewId, await app.ReadAsync(db => db.Channels.Select(channel => channel.ChannelId).SingleAsync()));
        Assert.Equal(2, await app.ReadAsync(db => db.ChannelMessages.CountAsync(message => message.Channel == NewId)));
        var entry = await app.ReadAsync(db => db.TimelineEntries.SingleAsync(entry => entry.Kind == EntryKind.Event));
        Assert.Equal((NewId, typed.Message!.Ts), (entry.Channel, entry.Ts));
        Assert.Equal($"{NewId}:{idea.Message!.Ts}", await app.ReadAsync(db => db.ActionIdeas.Select(each => each.Source).SingleAsync()));
        Assert.Equal(
            NewId,
            await app.ReadAsync(
                db => db.BotMessages.Where(message => message.Name == "status_card:1").Select(message => message.ChannelId).SingleAsync()));
        Assert.Equal(0, await app.ReadAsync(db => db.BotMessages.CountAsync(message => message.ChannelId == oldId)));
    }

    [Fact]
    public async Task The_announcement_channel_is_followed_too()
    {
        await using var app = await BotApp.StartAsync();
        var workspace = app.Services.GetRequiredService<SlackWorkspace>();

        app.Slack.Events.ChannelIdChanged(workspace.AnnouncementChannelId!, NewId);
        await app.SettleAsync();

        Assert.Equal(NewId, workspace.AnnouncementChannelId);
    }
}
