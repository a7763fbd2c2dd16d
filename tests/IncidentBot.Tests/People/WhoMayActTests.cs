using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.People;

public sealed class WhoMayActTests
{
    private const string Stranger = "noor";

    /// <summary>Who acts, as whose workspace's person, and how Slack answers the question about them.</summary>
    private static readonly (string Person, string? Team, CallFailureKind? Answer, string Expected)[] Refused =
    [
        ("gail", null, null, MembersOnly.GuestRefusal),
        (Stranger, "T0PARTNER1", null, MembersOnly.GuestRefusal),
        (Stranger, null, null, MembersOnly.GuestRefusal),
        ("ben", "T0PARTNER1", null, MembersOnly.GuestRefusal),
        ("oskar", null, null, MembersOnly.UnknownRefusal),
        ("aiko", null, CallFailureKind.HtmlUnavailable, MembersOnly.UnknownRefusal),
        ("carlos", null, CallFailureKind.TimeoutAfterEffect, MembersOnly.UnknownRefusal),
        ("lena", null, CallFailureKind.RateLimited, MembersOnly.UnknownRefusal),
    ];

    [Fact]
    [Trait("Engine", "both")]
    public async Task Anyone_who_is_not_a_member_is_refused_with_one_sentence_everywhere()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.Failures.ShareChannel("incidents");
        await app.SettleAsync();
        var headline = app.Slack.MessagesIn("incidents").First(message => message.BotId is not null);
        await app.Slack.As("maya").TypeAsync("general", "/incident The next one");
        var form = app.Slack.OpenView("maya")!;

        foreach (var (name, team, answer, expected) in Refused)
        {
            var user = app.Slack.Users.Find(name)! with { TeamId = team };
            if (answer is { } kind)
            {
                app.Slack.Failures.Calls.Always("users.info", new CallFailure(kind) { RetryAfterSeconds = 30 });
            }

            foreach (var request in Requests(app, user, headline, form))
            {
                var before = app.Slack.Calls.Api.Count;
                var ephemeral = app.Slack.EphemeralsFor(name).Count;
                var acknowledged = await app.Slack.Bot.SendAsync(request, CancellationToken.None);
                var read = string.Join(
                    '\n',
                    [
                        acknowledged.Body,
                        .. app.Slack.EphemeralsFor(name).Skip(ephemeral).Select(app.Slack.PlainText),
                        .. app.Slack.Calls.Api.Skip(before).Select(call => call.ToString()),
                    ]).Replace("\\u0027", "'", StringComparison.Ordinal);
                Assert.True(acknowledged.Ok, $"{name}, {request.Kind}: {acknowledged.Failure}");
                Assert.True(read.Contains(expected, StringComparison.Ordinal), $"{name}, {request.Kind}: {read}");
            }

            app.Slack.Failures.Calls.Stop("users.info");
        }

        await app.SettleAsync();
        Assert.Equal(1, await app.ReadAsync(db => db.Incidents.CountAsync()));
        Assert.DoesNotContain(app.IdOf(Stranger).Value, app.Slack.Channels.Named(incident.Channel).Members);
        Assert.DoesNotContain(app.IdOf("gail").Value, app.Slack.Channels.Named(incident.Channel).Members);
    }

    [Fact]
    public async Task What_guests_and_people_of_another_organisation_write_and_mark_reaches_the_timeline()
    {
        await using var app = await BotApp.StartAsync();
        await AskAboutUnknownMentionsAsync(app);
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.Failures.ShareChannel(incident.Channel);
        app.Slack.Channels.Join(app.Slack.Channels.Named(incident.Channel).Id, app.IdOf("gail").Value, app.IdOf("maya").Value);

        foreach (var name in (string[])[Stranger, "gail"])
        {
            var written = await app.Slack.As(name).TypeAsync(incident.Channel, $"{name} sees errors too");
            await app.Slack.As(name).ReactAsync(written.Message!, "pushpin");
        }

        await app.SettleAsync();
        var messages = await app.ReadAsync(db => db.ChannelMessages.AsNoTracking().Where(message => message.IsGuest).ToListAsync());
        Assert.Equal(
            ["gail sees errors too", "noor sees errors too"], messages.Select(message => message.Text).Order(StringComparer.Ordinal));
        Assert.Equal(2, await app.ReadAsync(db => db.TimelineEntries.CountAsync(entry => entry.Text.EndsWith("sees errors too"))));
    }

    [Fact]
    public async Task A_member_acts_on_a_public_incident_from_anywhere_and_is_invited_to_its_channel_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("ben").TypeAsync("general", "/incident status #1 identified");
        await app.Slack.As("ben").TypeAsync("general", "/incident status #1 mitigated");
        await app.SettleAsync();

        Assert.Equal(IncidentStatus.Mitigated, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Status);
        Assert.Contains(app.IdOf("ben").Value, app.Slack.Channels.Named(incident.Channel).Members);
        Assert.Single(
            app.Slack.Calls.Of("conversations.invite"), call => call.Arguments.Contains(app.IdOf("ben").Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_that_names_another_incident_than_its_form_is_refused()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var other = await Scenarios.DeclaredSev2(app);
        await app.Slack.As("ben").TypeAsync(other.Channel, "Only said there");
        await app.SettleAsync();
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident timeline");
        var form = app.Slack.OpenView("maya")!;

        await app.Slack.Bot.SendAsync(
            app.Slack.Payloads.BlockAction(
                app.Slack.As("maya").User,
                form,
                new() { ["type"] = "button", ["action_id"] = "timeline_older", ["block_id"] = "b", ["value"] = "2:0:0" }),
            CancellationToken.None);

        var views = app.Slack.Calls.Api.Where(call => call.Method.StartsWith("views.", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(views, call => call.Arguments.Contains("Only said there", StringComparison.Ordinal));
        Assert.Contains(Access.NotFound(2).Sentence, app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_finds_one_sentence_on_the_home_tab_and_cannot_be_given_work_nor_can_an_outsider()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.Failures.ShareChannel(incident.Channel);
        app.Slack.Channels.Join("C0GENERAL1", app.Slack.Users.Bot.Id, null);

        await app.Slack.As("gail").OpenHomeAsync();
        await app.Slack.As("gail").TypeAsync("general", "@incidentbot what now?");
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead @noor");
        await app.SettleAsync();

        Assert.Equal(MembersOnly.GuestRefusal, app.Slack.PlainText(app.Slack.EphemeralsFor("gail")[^1]));
        Assert.Equal(MembersOnly.GuestRefusal, app.Slack.PlainText(app.Slack.Views.Home(app.IdOf("gail").Value)!));
        Assert.Contains("is from another organisation", app.Slack.PlainText(app.Slack.EphemeralsFor("maya")[^1]), StringComparison.Ordinal);
        Assert.Equal(app.IdOf("maya"), (await app.ReadAsync(db => db.Incidents.SingleAsync())).Lead);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task Who_we_are_survives_a_start_without_slack_and_until_it_is_known_no_one_is_served()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var maya = app.Slack.Users.Find("maya")!;
        await app.Slack.As("maya").TypeAsync("general", "/incident list");
        var command = () => app.Slack.Bot.SendAsync(
            app.Slack.Payloads.Command(maya, app.Slack.Channels.Named("general"), "/incident", "list"), CancellationToken.None);

        Forget(app);
        Assert.Contains(IncidentWords.NoneOpen, (await command()).Body, StringComparison.Ordinal);
        var partner = app.Slack.Payloads.Command(
            maya with { TeamId = "T0PARTNER1" }, app.Slack.Channels.Named("general"), "/incident", "list");
        var refused = await app.Slack.Bot.SendAsync(partner, CancellationToken.None);
        Assert.Contains(MembersOnly.GuestRefusal, refused.Body, StringComparison.Ordinal);

        await app.ReadAsync(db => db.OwnWorkspace.ExecuteDeleteAsync());
        Forget(app);
        Assert.DoesNotContain(IncidentWords.NoneOpen, (await command()).Body, StringComparison.Ordinal);
        await app.Slack.As("maya").OpenHomeAsync();
        await app.Slack.SettleAsync();
        Assert.Equal(0, await app.ReadAsync(db => db.Inbox.CountAsync()));
    }

    /// <summary>As after a start at which Slack did not answer.</summary>
    private static void Forget(BotApp app)
    {
        foreach (var node in app.Nodes)
        {
            node.Services.GetRequiredService<SlackWorkspace>().Learn("", app.Slack.Options.BaseUrl.ToString(), "", "");
        }
    }

    private static IEnumerable<BotRequest> Requests(BotApp app, User user, Message headline, View form)
    {
        var payloads = app.Slack.Payloads;
        yield return payloads.Command(user, app.Slack.Channels.Named("general"), "/incident", "Payments are down");
        yield return payloads.Command(user, app.Slack.Channels.Named("general"), "/postmortem", "");
        yield return payloads.Shortcut(user, "incident_declare");
        yield return payloads.MessageShortcut(user, "declare_from_message", headline);
        yield return payloads.BlockAction(user, headline, new() { ["type"] = "button", ["action_id"] = CardActions.Join, ["value"] = "1" });
        yield return payloads.Submission(user, form);
    }

    /// <summary>Anyone can write ids into a message that no one has; each time it is shown costs no further calls.</summary>
    private static async Task AskAboutUnknownMentionsAsync(BotApp app)
    {
        var text = string.Concat(Enumerable.Range(100, 30).Select(number => $"<@U0NOBODY{number}> "));
        int Calls() => app.Slack.Calls.Api.Count(call => call.Method == "users.info");
        var before = Calls();
        for (var shown = 0; shown < 2; shown++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PlainMessageText>().OfAsync(text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(before + 30, Calls());
    }
}
