using IncidentBot.Domain;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Storage;

/// <summary>A meeting, a write-up and the reviews are one row, and saved as three things.</summary>
[Trait("Engine", "both")]
public sealed class PostMortemPartsTests
{
    private static readonly PersonId Maya = new("U0MAYA0001");
    private static readonly PersonId Ben = new("U0BEN00002");

    [Fact]
    public async Task Moving_the_meeting_does_not_hold_up_whoever_writes_the_summary()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        await BothAsync(
            app,
            mine => mine.WriteUp.WriteSummary("The pool was empty.", Maya, app.Now),
            theirs => theirs.Schedule(new MeetingDetails(app.Now.AddHours(4), TimeSpan.FromHours(1), null, [Maya]), Ben, app.Now));

        var stored = await incident.ReadAsync();
        Assert.Equal(
            ("The pool was empty.", app.Now.AddHours(4), PostMortemState.Scheduled),
            (stored.WriteUp.Summary, stored.Meeting.Start, stored.State));
        Assert.Equal(
            (Maya, Ben), (stored.LastChangeOf(PostMortemPart.Summary)?.By, stored.LastChangeOf(PostMortemPart.Meeting)?.By));
    }

    [Fact]
    public async Task Two_who_write_one_document_at_once_are_told_apart()
    {
        await using var app = await BotApp.StartAsync();
        await ResolvedIncident.Sev1(app);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => BothAsync(
            app,
            mine => mine.WriteUp.WriteSummary("The pool was empty.", Maya, app.Now),
            theirs => theirs.WriteUp.WriteWentWell(["Rollback took a minute"], Ben, app.Now)));
    }

    [Fact]
    public async Task Two_who_take_it_to_different_ends_at_once_are_told_apart()
    {
        await using var app = await BotApp.StartAsync();
        await ResolvedIncident.Sev1(app);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => BothAsync(
            app,
            mine => mine.Waive("Nothing to learn beyond the runbook", Maya, app.Now),
            theirs => theirs.MarkHeld(incidentIsResolved: true, Ben, app.Now)));
    }

    /// <summary>Both load, then both decide, then one saves after the other.</summary>
    private static Task BothAsync(BotApp app, Action<PostMortem> first, Action<PostMortem> second) => app.ReadAsync(async mine =>
    {
        var early = await mine.PostMortems.SingleAsync();
        return await app.ReadAsync(async theirs =>
        {
            var late = await theirs.PostMortems.SingleAsync();
            first(early);
            second(late);
            return await mine.SaveChangesAsync() + await theirs.SaveChangesAsync();
        });
    });
}
