using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Meetings;

public sealed class InviteeTests
{
    private const string Tomorrow = "2026-03-04T13:00:00Z";

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R26")]
    [Trait("Requirement", "R29")]
    public async Task The_form_names_who_plays_each_part_or_says_no_one_yet()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.ChangeAsync(db =>
        {
            var known = db.Incidents.Single();
            known.ChangeDiagnosedIt(app.IdOf("ben"), known.DeclaredBy, app.Now);
            known.ChangeAffectedTeam("Payments", known.DeclaredBy, app.Now);
        });

        var form = ShownMessages.TextOf(app, await incident.OpenScheduleAsync(app));

        Assert.Contains(":white_check_mark: Who responded: @maya", form, StringComparison.Ordinal);
        Assert.Contains(":white_check_mark: Who diagnosed it: @ben", form, StringComparison.Ordinal);
        Assert.Contains(":white_small_square: Who shipped the change (if any): _none (optional)_", form, StringComparison.Ordinal);
        Assert.Contains(":white_small_square: Someone who speaks for Payments: _no one yet_", form, StringComparison.Ordinal);
        Assert.Contains(":white_small_square: The facilitator: _no one yet_", form, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R27")]
    public async Task The_invitation_asks_for_someone_who_can_commit_to_actions_until_one_is_chosen()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var before = await incident.ScheduleAsync(app, Tomorrow);
        var after = await incident.ScheduleAsync(app, Tomorrow, ("can_commit", "lena"));

        Assert.Contains("someone who can commit to actions", ShownMessages.TextOf(app, before), StringComparison.Ordinal);
        Assert.DoesNotContain("someone who can commit to actions", ShownMessages.TextOf(app, after), StringComparison.Ordinal);
        var lena = Assert.Single(
            (await incident.ReadAsync()).Meeting.Invitees, invitee => invitee.Person.Value == app.Slack.As("lena").User.Id);
        Assert.Equal((InviteeParts.CanCommit, true), (lena.Parts, lena.IsInvited));
    }

    [Fact]
    [Trait("Requirement", "R25")]
    public async Task Fewer_than_five_people_cause_a_warning_and_are_never_refused()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var form = ShownMessages.TextOf(app, await incident.OpenScheduleAsync(app));
        var invitation = ShownMessages.TextOf(
            app, await incident.ScheduleAsync(app, Tomorrow, ("attendees", "maya,ben,priya"), ("can_commit", "lena")));

        Assert.Contains("One person is invited. Five to eight work best", form, StringComparison.Ordinal);
        Assert.Contains(
            ":warning: 4 people are invited. Five to eight work best: with fewer, a perspective is missing.",
            invitation,
            StringComparison.Ordinal);
        Assert.Equal(PostMortemState.Scheduled, (await incident.ReadAsync()).State);
    }

    [Fact]
    [Trait("Requirement", "R25")]
    public async Task Nine_people_cause_a_warning_and_five_do_not()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.AssignFacilitatorAsync("tom");

        var five = ShownMessages.TextOf(app, await incident.ScheduleAsync(app, Tomorrow, ("attendees", "maya,ben,priya,lena")));
        var nine = ShownMessages.TextOf(
            app, await incident.ScheduleAsync(app, Tomorrow, ("attendees", "maya,ben,priya,lena,aiko,carlos,sam,oskar")));

        Assert.DoesNotContain("Five to eight", five, StringComparison.Ordinal);
        Assert.Contains("9 people are invited. Five to eight work best: with more, some only listen.", nine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_shows_on_every_message_and_who_shipped_the_change_is_warned_of_as_facilitator()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var invitation = await incident.ScheduleAsync(app, Tomorrow, ("shipped_the_change", "ben"));
        Assert.Contains("the facilitator", ShownMessages.TextOf(app, invitation), StringComparison.Ordinal);
        Assert.Contains(
            "Next: find a facilitator", ShownMessages.TextOf(app, await incident.OpenOverviewAsync()), StringComparison.Ordinal);
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "facilitator_open");

        var warned = await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("facilitator", "ben")));
        Assert.Contains("shipped the change", ShownMessages.TextOf(app, warned!), StringComparison.Ordinal);
        var overview = await maya.SubmitAsync(await maya.FillAsync(warned!, ("facilitator", "lena")));
        await app.SettleAsync();

        Assert.Contains("Next: hold the meeting", ShownMessages.TextOf(app, overview!), StringComparison.Ordinal);
        var messages = app.Slack.MessagesIn(incident.Channel);
        var shown = ShownMessages.TextOf(app, messages.Single(message => message.Ts == invitation.Ts));
        Assert.DoesNotContain("the facilitator", shown, StringComparison.Ordinal);
        var steps = ShownMessages.TextOf(app, messages.Single(
            message => ShownMessages.TextOf(app, message).StartsWith("Incident 1 is resolved", StringComparison.Ordinal)));
        Assert.Contains(":white_check_mark:  Facilitator: @lena", steps, StringComparison.Ordinal);
        Assert.Contains(":white_check_mark:  Post-mortem: ", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("Find a time", steps, StringComparison.Ordinal);
        Assert.Contains("The meeting is on", Scheduling.DmsTo(app, "lena")[^1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R34")]
    [Trait("Requirement", "R38")]
    public async Task Facilitator_and_participants_are_named_in_the_channel_the_overview_and_the_document()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.AssignFacilitatorAsync("lena");
        var invitation = ShownMessages.TextOf(
            app, await incident.ScheduleAsync(app, Tomorrow, ("attendees", "maya,ben"), ("teams", "priya")));

        var overview = await incident.OpenOverviewAsync();
        await app.Slack.As("maya").ClickAsync(overview, "post_mortem_preview");
        var document = app.Slack.PlainText(app.Slack.OpenView("maya")!);

        Assert.Contains("Invited: @maya @ben @priya @lena", invitation, StringComparison.Ordinal);
        Assert.Contains("The facilitator: @lena", ShownMessages.TextOf(app, overview), StringComparison.Ordinal);
        Assert.Contains("Someone from every other affected team: @priya", ShownMessages.TextOf(app, overview), StringComparison.Ordinal);
        Assert.Contains("Facilitator  lena", document, StringComparison.Ordinal);
        Assert.Contains("Invited  maya, ben, priya, lena", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_attend_is_named_to_the_lead_once_who_finds_another_time()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var (maya, ben) = (app.Slack.As("maya"), app.Slack.As("ben"));
        var invitation = await incident.ScheduleAsync(app, Tomorrow, ("attendees", "maya,ben,priya"));

        await ben.ClickAsync(invitation, "meeting_cannot_attend");
        await ben.ClickAsync(invitation, "meeting_cannot_attend");
        await app.Slack.As("priya").ClickAsync(invitation, "meeting_cannot_attend");
        await app.Slack.As("lena").ClickAsync(invitation, "meeting_cannot_attend");
        await maya.ClickAsync(invitation, "meeting_cannot_attend");
        await app.SettleAsync();

        Assert.Contains("aren't invited", ShownMessages.LatestEphemeral(app, "lena"), StringComparison.Ordinal);
        Assert.Contains("Find another time", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
        await maya.ClickAsync(app.Slack.EphemeralsFor("maya")[^1], "meeting_can_attend");
        await app.SettleAsync();
        var shown = app.Slack.MessagesIn(incident.Channel).Single(message => message.Ts == invitation.Ts);
        Assert.Contains("Can't attend: @ben @priya", ShownMessages.TextOf(app, shown), StringComparison.Ordinal);
        var dm = app.Slack.DmWith("maya").Single(
            message => app.Slack.PlainText(message).Contains("can't attend", StringComparison.Ordinal));
        Assert.Contains("@ben @priya can't attend the post-mortem", app.Slack.PlainText(dm), StringComparison.Ordinal);

        await maya.ClickAsync(dm, "post_mortem_schedule_open");
        var form = app.Slack.OpenView("maya")!;
        Assert.Contains("Can't attend: @ben @priya", ShownMessages.TextOf(app, form), StringComparison.Ordinal);
        await maya.SubmitAsync(form);
        await app.SettleAsync();
        await ben.ClickAsync(invitation, "meeting_cannot_attend");

        Assert.Contains("has moved", ShownMessages.LatestEphemeral(app, "ben"), StringComparison.Ordinal);
        Assert.Empty((await incident.ReadAsync()).Meeting.Unavailable);
        var answered = app.Slack.DmWith("maya").Single(message => message.Ts == dm.Ts);
        Assert.DoesNotContain("can't attend", app.Slack.PlainText(answered), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R38")]
    public async Task Invited_people_are_added_to_the_channel()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        await incident.ScheduleAsync(app, Tomorrow, ("can_commit", "lena"));

        Assert.Contains(app.Slack.As("lena").User.Id, app.Slack.Channels.Named(incident.Channel).Members);
    }

    [Fact]
    [Trait("Requirement", "R26")]
    public async Task Scheduling_the_same_meeting_again_changes_nothing_and_another_part_does()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.ScheduleAsync(app, Tomorrow, ("attendees", "maya,ben"));

        await incident.ScheduleAsync(app, Tomorrow);
        var same = (await incident.ReadAsync()).Meeting.Moves;
        var invitation = ShownMessages.TextOf(app, await incident.ScheduleAsync(app, Tomorrow, ("shipped_the_change", "ben")));

        Assert.Contains("The people, length or place changed", invitation, StringComparison.Ordinal);
        var after = await incident.ReadAsync();
        Assert.Equal((0, 1), (same, after.Meeting.Moves));
        Assert.Contains(after.Meeting.Invitees, invitee => invitee.Parts == (InviteeParts.Responder | InviteeParts.ShippedTheChange));
    }
}
