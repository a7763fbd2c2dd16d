using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Sandbox.State;
using IncidentBot.Storage;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.FollowUps;

/// <summary>
/// After the meeting of 3 March. Maya led the checkout-api incident, lena facilitated, and ben owns the action items. The
/// effectiveness review is on Thursday, 2 April, and the recurrence check on Friday, 15 May.
/// </summary>
internal sealed class HeldMeeting(BotApp app, ResolvedIncident incident)
{
    public ResolvedIncident Incident => incident;

    public static async Task<HeldMeeting> StartAsync(BotApp app, bool isPrivate = false)
    {
        var meeting = new HeldMeeting(app, isPrivate ? await ResolvedIncident.Private(app) : await ResolvedIncident.Sev1(app));
        await meeting.Incident.ChangeAsync(db =>
        {
            var incident = db.Incidents.Single(each => each.Number == meeting.Incident.Number);
            Assert.True(incident.ChangeService("checkout-api", ActionScenarios.Maya, app.Now).Ok);
            if (isPrivate)
            {
                incident.AddMember(ActionScenarios.Lena, app.Now);
            }

            var postMortem = meeting.PostMortem(db);
            postMortem.AssignFacilitator(ActionScenarios.Lena, ActionScenarios.Maya, app.Now);
            postMortem.WriteUp.WriteWhyChain(
                new WhyChain("Payments failed", ["The client sent an old field"], "No contract test covers the payment API", true, true),
                ActionScenarios.Maya,
                app.Now);
            postMortem.MarkHeld(true, ActionScenarios.Maya, app.Now);
            postMortem.OfferFollowUps(new FollowUpPlan(), Domain.Time.WorkCalendar.WithoutHolidays, app.Now);
        });
        return meeting;
    }

    /// <summary>Adds an accepted action item of ben's that is due on 17 March.</summary>
    public async Task<Guid> AddAsync(string text, string? metric = null, string owner = "ben")
    {
        var id = Guid.CreateVersion7(app.Now);
        await incident.ChangeAsync(db =>
        {
            var draft = new ActionDraft(text, new ActionOwner(app.IdOf(owner), "Europe/London"), new DateOnly(2026, 3, 17))
            {
                SuccessMetric = metric,
                Helpers = [app.IdOf("tom")],
            };
            var item = ActionItem.Create(id, incident.Number, draft, metricRequired: false, ActionScenarios.Maya, app.Now).Value!;
            item.Accept(app.IdOf(owner), app.Now);
            db.ActionItems.Add(item);
        });
        app.Time.Advance(TimeSpan.FromMilliseconds(10));
        return id;
    }

    public Task MarkDoneAsync(Guid id) => incident.ChangeAsync(db =>
        Assert.True(
            db.ActionItems.Single(item => item.Id == id).Complete(
                ActionScenarios.Maya, new ActionItemRights(ActionScenarios.Maya, null), app.Now).Ok));

    public Task ChooseDatesAsync(params FollowUp[] days) => incident.ChangeAsync(db =>
        Assert.True(
            PostMortem(db).Reviews.ScheduleReviews(days, DateOnly.FromDateTime(app.Now.UtcDateTime), ActionScenarios.Maya, app.Now).Ok));

    /// <summary>Publishes the write-up in #incidents.</summary>
    public async Task PublishAsync()
    {
        await incident.CompleteAsync();
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
    }

    /// <summary>Declares another incident of the same service.</summary>
    public async Task<int> DeclareLaterAsync(string title, Action<Incident>? change = null)
    {
        var later = await Scenarios.DeclaredSev2(app, title);
        await incident.ChangeAsync(db =>
        {
            var one = db.Incidents.Single(each => each.Number == later.Number);
            Assert.True(one.ChangeService("checkout-api", ActionScenarios.Maya, app.Now).Ok);
            change?.Invoke(one);
        });
        return later.Number;
    }

    /// <summary>Declares a drill for the same service.</summary>
    public async Task DeclareDrillAsync(string title)
    {
        var number = await DeclareLaterAsync(title);
        await app.ChangeIncidentAsync(number, incident => incident.GetType().GetProperty("IsDrill")!.SetValue(incident, true));
    }

    public Task<ActionItem> ItemAsync(Guid id) => app.ReadAsync(db => db.ActionItems.AsNoTracking().SingleAsync(item => item.Id == id));

    /// <summary>The DMs to someone that contain these words.</summary>
    public IReadOnlyList<Message> Dms(string person, string about) =>
        [.. app.Slack.DmWith(person).Where(message => ShownMessages.TextOf(app, message).Contains(about, StringComparison.Ordinal))];

    public Message LastDm(string person, string about) => Dms(person, about)[^1];

    public string Text(Message message) => ShownMessages.TextOf(app, message);

    private PostMortem PostMortem(IncidentDb db) => db.PostMortems.Single(each => each.IncidentNumber == incident.Number);
}
