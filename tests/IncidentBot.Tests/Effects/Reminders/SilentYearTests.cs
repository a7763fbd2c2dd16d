using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Sandbox.State;
using IncidentBot.Storage;
using IncidentBot.Tests.Features.FollowUps;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.Meetings;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Effects.Reminders;

/// <summary>
/// A year in which no one answers anything. Maya leads five resolved incidents: the first has no meeting, the second no write-up and
/// action items that wait for someone, the third is published with a correction and a sign-off that no one answers. The meeting of the
/// fourth is scheduled and never held, the draft of the fifth is shared and never published. The sixth is still open. The first three have
/// one cause.
/// </summary>
public sealed class SilentYearTests
{
    private static readonly string[] People = ["maya", "ben", "tom", "lena", "priya"];
    private static readonly TimeSpan SixWeeks = TimeSpan.FromDays(42);

    [Fact]
    public async Task Someone_is_reminded_of_everything_with_buttons_and_with_one_dm_a_day()
    {
        await using var app = await BotApp.StartAsync();
        await app.Slack.As("lena").TypeAsync("general", "/incident facilitate in");
        await ResolvedIncident.Sev1(app);
        await ActionItemsInEveryStateAsync(app);
        await PublishedWithOpenEndsAsync(app);
        await NoOneInvestigatesAsync(app);
        await ScheduledAndNeverHeldAsync(app);
        await DraftedAndNeverPublishedAsync(app);
        var open = await Scenarios.DeclaredSev3(app, "Search is slow");
        await Scenarios.LeaveLeadAsync(app, open);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("Would you facilitate", Text(app, app.Slack.DmWith("lena")[0]), StringComparison.Ordinal);
        var asked = app.Now;

        await YearAsync(app);

        Assert.All(People, person => Assert.All(
            Reminders(app, person).Where(message => At(message) > asked.AddDays(1)).GroupBy(message => At(message).Date),
            day => Assert.True(day.Count() == 1, $"{person} got {day.Count()} DMs on {day.Key:yyyy-MM-dd}")));
        Assert.All(People, person => Assert.All(
            Late(app, person), message => Assert.Contains("[", Text(app, message), StringComparison.Ordinal)));
        AssertRemindedOfPostMortems(app);
        AssertReminded(app, "maya", "need a decision from you");
        AssertReminded(app, "maya", "Has Incident 2: Checkout is down happened again?");
        AssertReminded(app, "maya", "Did this action item");
        AssertReminded(app, "maya", "The structural investigation of Shared pool without a limit", "has no owner");
        Assert.Contains(
            app.Slack.MessagesIn("incidents"),
            message => At(message) > app.Now.AddDays(-14)
                && Text(app, message).Contains("Open structural investigations: 1", StringComparison.Ordinal));
        AssertReminded(app, "ben", "Rehearse the failover", "waiting for @maya");
        AssertReminded(app, "ben", "Add a second provider", "blocked: the vendor", "weeks overdue");
        AssertReminded(app, "ben", "Rotate the keys by a job", "in progress", "weeks overdue");
        AssertReminded(app, "tom", "You help with");
        Assert.Contains(
            app.Slack.MessagesIn(open.Channel),
            message => At(message) > app.Now.AddDays(-14)
                && Text(app, message).Contains("@maya, who will lead?", StringComparison.Ordinal));
    }

    /// <summary>Ben accepted one and proposed another date, tom declined one, ben finished one; lena facilitates.</summary>
    private static async Task ActionItemsInEveryStateAsync(BotApp app)
    {
        var meeting = await HeldMeeting.StartAsync(app);
        var proposed = await meeting.AddAsync("Rehearse the failover");
        var declined = await meeting.AddAsync("Alert on the queue's age", owner: "tom");
        await meeting.MarkDoneAsync(await meeting.AddAsync("Cover the payment API with a contract test"));
        await meeting.Incident.ChangeAsync(db =>
        {
            Assert.True(Item(db, proposed).ProposeDate(new DateOnly(2026, 3, 27), "The library ships then", app.IdOf("ben"), app.Now).Ok);
            Assert.True(Item(db, declined).Decline(app.IdOf("tom"), app.Now).Ok);
        });
    }

    private static void AssertRemindedOfPostMortems(BotApp app)
    {
        AssertReminded(app, "maya", "The post-mortem of Incident 1", "weeks overdue");
        AssertReminded(app, "maya", "The write-up of Incident 2", "weeks overdue");
        AssertReminded(app, "maya", "The post-mortem of Incident 4", "weeks overdue");
        AssertReminded(app, "maya", "The write-up of Incident 5", "weeks overdue");
        AssertReminded(app, "maya", "has an unanswered correction");
        AssertReminded(app, "maya", "@priya hasn't signed off");
    }

    private static async Task ScheduledAndNeverHeldAsync(BotApp app)
    {
        var incident = await ResolvedIncident.Sev1(app);
        await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z");
    }

    /// <summary>Of its action items ben began one, and one is blocked.</summary>
    private static async Task DraftedAndNeverPublishedAsync(BotApp app)
    {
        var meeting = await HeldMeeting.StartAsync(app);
        var begun = await meeting.AddAsync("Rotate the keys by a job");
        var blocked = await meeting.AddAsync("Add a second provider");
        await meeting.Incident.ChangeAsync(db =>
        {
            var rights = new ActionItemRights(app.IdOf("maya"), null);
            Assert.True(Item(db, begun).Start(app.IdOf("ben"), rights, app.Now).Ok);
            Assert.True(Item(db, blocked).Block("the vendor", app.IdOf("ben"), rights, app.Now).Ok);
            db.PostMortems.Single(each => each.IncidentNumber == meeting.Incident.Number).MarkDrafted(app.IdOf("maya"), app.Now);
        });
    }

    /// <summary>All three incidents have one cause, which calls for an investigation that no one takes.</summary>
    private static async Task NoOneInvestigatesAsync(BotApp app)
    {
        await app.ReadAsync(async db =>
        {
            var cause = CauseClass.Create(Guid.NewGuid(), "Shared pool without a limit", app.IdOf("maya"), app.Now).Value!;
            db.CauseClasses.Add(cause);
            foreach (var number in (int[])[1, 2, 3])
            {
                var gap = GapCause.Of(number, Guid.NewGuid());
                gap.Set(cause.Id, new CauseText("Nothing limits one client", "", "", ""), app.IdOf("maya"), app.Now);
                db.GapCauses.Add(gap);
            }

            return await db.SaveChangesAsync();
        });
    }

    private static async Task PublishedWithOpenEndsAsync(BotApp app)
    {
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.Incident.ChangeAsync(db =>
            db.PostMortems.Single(each => each.IncidentNumber == meeting.Incident.Number).MarkDrafted(app.IdOf("maya"), app.Now));
        await meeting.PublishAsync();
        await meeting.Incident.ChangeAsync(db =>
        {
            var postMortem = db.PostMortems.Single(each => each.IncidentNumber == meeting.Incident.Number);
            Assert.True(postMortem.WriteUp.SendCorrection(Guid.NewGuid(), "It began at 09:10", null, app.IdOf("tom"), app.Now).Ok);
            postMortem.Meeting.AskToSignOff(
                new Dictionary<PersonId, DateOnly> { [app.IdOf("priya")] = new(2026, 3, 4) }, app.Now);
        });
    }

    /// <summary>Twice a day at first, when most is due, then daily, then on Mondays: for a quarter every week, later every other.</summary>
    private static async Task YearAsync(BotApp app)
    {
        await app.UntilAsync(3, 4, 8, 30);
        for (var day = 0; day < 7; day++)
        {
            await app.AdvanceAsync(TimeSpan.FromHours(7));
            await app.AdvanceAsync(TimeSpan.FromHours(17));
        }

        await app.AdvanceInStepsAsync(TimeSpan.FromDays(14), TimeSpan.FromDays(1));
        await app.UntilAsync(3, 30, 10);
        await app.AdvanceInStepsAsync(TimeSpan.FromDays(12 * 7), TimeSpan.FromDays(7));
        await app.AdvanceInStepsAsync(TimeSpan.FromDays(36 * 7), TimeSpan.FromDays(14));
    }

    private static void AssertReminded(BotApp app, string person, params string[] words) => Assert.True(
        Late(app, person).Any(message => words.All(word => Text(app, message).Contains(word, StringComparison.Ordinal))),
        $"{person} isn't reminded of \"{string.Join("\", \"", words)}\" any more, but of:\n"
            + string.Join("\n---\n", Late(app, person).TakeLast(6).Select(message => Text(app, message))));

    private static IEnumerable<Message> Late(BotApp app, string person) =>
        Reminders(app, person).Where(message => At(message) > app.Now - SixWeeks);

    private static IEnumerable<Message> Reminders(BotApp app, string person) =>
        app.Slack.DmWith(person).Where(message => !message.IsReply && message.BotId is not null);

    private static DateTimeOffset At(Message message) =>
        DateTimeOffset.FromUnixTimeSeconds((long)double.Parse(message.Ts, CultureInfo.InvariantCulture));

    private static string Text(BotApp app, Message message) => ShownMessages.TextOf(app, message);

    private static ActionItem Item(IncidentDb db, Guid id) => db.ActionItems.Single(item => item.Id == id);
}
