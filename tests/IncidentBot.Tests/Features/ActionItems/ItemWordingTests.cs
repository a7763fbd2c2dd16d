using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Tests.Features.WriteUps.Sections;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.ActionItems;

/// <summary>A vague action, or one that only reminds people, gets a finding with a better example. An idea is saved as it is.</summary>
public sealed class ItemWordingTests
{
    private static readonly DateOnly Friday = new(2026, 3, 13);

    [Theory]
    [Trait("Requirement", "R68")]
    [InlineData("Improve our communication process", "No one can tell when this is done")]
    [InlineData("Be more careful with API changes", "Reminders wear off")]
    public async Task A_vague_action_opens_the_form_with_the_finding_and_an_example(string text, string harm)
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);

        await ActionScenarios.AddAsync(app, channel, text, Friday);

        var form = app.Slack.OpenView("maya")!;
        Assert.Contains(harm, app.Slack.PlainText(form), StringComparison.Ordinal);
        Assert.Contains(
            "For example: “Alert when the oldest message in the queue is older than a minute”",
            app.Slack.PlainText(form),
            StringComparison.Ordinal);
        Assert.Equal(text, form.TextOf("text"));
        Assert.Equal(0, await app.ReadAsync(db => db.ActionItems.CountAsync()));
    }

    [Fact]
    [Trait("Requirement", "R68")]
    public async Task A_reworded_action_is_added_with_everything_else_that_was_typed()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);
        var maya = app.Slack.As("maya");
        await ActionScenarios.AddAsync(app, channel, "Be more careful with API changes", Friday);

        await maya.SubmitAsync(
            await maya.FillAsync(
                app.Slack.OpenView("maya")!, ("text", "Refuse a deploy whose API contract test fails"), ("effort", "Small")));
        await app.SettleAsync();

        var item = await ActionScenarios.ItemAsync(app);
        Assert.Equal(("Refuse a deploy whose API contract test fails", ActionScenarios.Ben, Friday), (item.Text, item.Owner, item.DueDate));
        Assert.Equal(ActionEffort.Small, item.Effort);
    }

    [Fact]
    [Trait("Requirement", "R68")]
    public async Task A_vague_action_can_be_kept_with_a_reason()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);
        var maya = app.Slack.As("maya");
        await ActionScenarios.AddAsync(app, channel, "Improve our communication process", Friday);

        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, (FindingForms.Because, "The plan is in the ticket")));
        await app.SettleAsync();

        Assert.Equal("Improve our communication process", (await ActionScenarios.ItemAsync(app)).Text);
        Assert.Equal(
            ("vague-action", "The plan is in the ticket"), (Assert.Single(await app.KeptAsync()).Rule, (await app.KeptAsync())[0].Reason));
    }

    [Fact]
    [Trait("Requirement", "R68")]
    public async Task An_idea_is_saved_however_vague_it_is()
    {
        await using var app = await BotApp.StartAsync();
        var (_, channel) = await Scenarios.DeclaredSev3(app);

        await ActionScenarios.AddAsync(app, channel, "Improve our communication process", Friday);

        Assert.Equal("Improve our communication process", (await app.ReadAsync(db => db.ActionIdeas.SingleAsync())).Text);
    }

    [Fact]
    [Trait("Requirement", "R68")]
    public async Task A_changed_text_is_checked_when_an_item_is_edited()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ActionItemAsync(app, Friday);
        var ben = app.Slack.As("ben");
        var edit = $"{ItemActions.Edit}:{(await ActionScenarios.ItemAsync(app)).Id:N}";
        await ben.SelectAsync(await ActionScenarios.OpenListAsync(app, channel, "ben"), ItemActions.More, edit);

        var form = await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("text", "Be more careful with the queue")));

        Assert.Contains("Reminders wear off", app.Slack.PlainText(form!), StringComparison.Ordinal);
        Assert.Equal("Alert on the queue's age", (await ActionScenarios.ItemAsync(app)).Text);
    }
}
