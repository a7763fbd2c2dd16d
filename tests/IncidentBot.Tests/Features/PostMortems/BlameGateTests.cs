using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.WriteUps.Sections;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.PostMortems;

/// <summary>What speaks of a person's failing is reworded, or kept with a reason, before others read it.</summary>
public sealed class BlameGateTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R70")]
    [Trait("Requirement", "R24")]
    public async Task A_write_up_with_blame_in_it_is_not_published_and_the_overview_leads_to_the_section()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        await WriteFactorUnseenAsync(app, incident);

        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_publish");
        await app.SettleAsync();

        Assert.Contains(
            "A contributing factor says “human error”", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        Assert.Null((await incident.ReadAsync()).WriteUp.PublishedAt);
        var overview = ShownMessages.TextOf(app, await incident.OpenOverviewAsync("ben"));
        Assert.Contains(":small_red_triangle: Contributing factors", overview, StringComparison.Ordinal);
        Assert.Contains("Reword it, or keep it and say why.", overview, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Requirement", "R70")]
    [InlineData("We should have posted sooner")]
    [InlineData("We did not check the second region")]
    public async Task A_learning_that_blames_is_found_before_it_is_published(string learning)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        await incident.ChangeAsync(db => Assert.True(
            db.PostMortems.Single().WriteUp.WriteLearning(Guid.NewGuid(), learning, null, app.IdOf("maya"), app.Now).Ok));

        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_publish");
        await app.SettleAsync();

        Assert.Contains("A learning says “", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        Assert.Null((await incident.ReadAsync()).WriteUp.PublishedAt);
    }

    [Fact]
    [Trait("Requirement", "R70")]
    public async Task What_was_kept_with_a_reason_is_published()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("summary", ("summary", "Checkout was down. The vendor's report says human error."));
        var overview = await maya.SubmitAsync(await maya.FillAsync(form!, (FindingForms.Because, "We quote the vendor")));

        await maya.ClickAsync(overview!, "post_mortem_publish");
        await app.SettleAsync();

        Assert.NotNull((await incident.ReadAsync()).WriteUp.PublishedAt);
    }

    /// <summary>As it was written before its words were looked at.</summary>
    private static Task<int> WriteFactorUnseenAsync(BotApp app, ResolvedIncident incident) => app.ReadAsync(async db =>
    {
        var postMortem = db.PostMortems.Single(each => each.IncidentNumber == incident.Number);
        var draft = new Domain.WriteUps.FactorDraft("It was human error", Domain.WriteUps.FactorCategory.Process, null, false);
        Assert.True(postMortem.WriteUp.WriteFactor(Guid.NewGuid(), draft, new Domain.PersonId("U0MAYA0001"), app.Now).Ok);
        return await db.SaveChangesAsync();
    });
}
