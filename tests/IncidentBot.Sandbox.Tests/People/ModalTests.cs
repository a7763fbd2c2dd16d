using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Tests.Lab;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.People;

public sealed class ModalTests
{
    [Theory]
    [InlineData("", "Please complete this required field.")]
    [InlineData("ab", "Please enter at least 3 characters.")]
    [InlineData("123456789012345678901", "Please enter at most 20 characters.")]
    public async Task A_bad_field_is_shown_without_asking_the_bot(string title, string problem)
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var view = await maya.FillAsync(await lab.OpenAsync(Modals.Declare), ("title", title));
        lab.Bot.Clear();

        var after = await maya.SubmitAsync(view);

        Assert.Equal(problem, after!.Errors["title_b"]);
        Assert.Empty(lab.Bot.All);
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("100", null)]
    [InlineData("101", "Please enter a number no greater than 100.")]
    [InlineData("-1", "Please enter a number no less than 0.")]
    [InlineData("1.5", "Please enter a whole number.")]
    [InlineData("many", "Please enter a number.")]
    public async Task Numbers_are_held_to_their_range(string users, string? problem)
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var view = await maya.FillAsync(await lab.OpenAsync(Modals.Declare), ("Title", "Checkout"), ("users", users));

        var after = await maya.SubmitAsync(view);

        Assert.Equal(problem, after?.Errors["num_b"]);
    }

    [Fact]
    public async Task A_submission_carries_every_field_and_closes_the_modal()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var view = await maya.FillAsync(await lab.OpenAsync(Modals.Declare),
            ("title", "Checkout"), ("lead", "ben"), ("who", "aiko, carlos"), ("at", "2026-01-26T12:00:00Z"));

        var after = await maya.SubmitAsync(view);

        var payload = lab.Bot.LastAsked.Payload;
        Assert.Null(after);
        Sample.AssertShape(Sample.Load("11_view_submission_all_elements"), payload, "blocks", "values");
        var values = payload.GetProperty("view").GetProperty("state").GetProperty("values");
        Assert.Equal("Checkout", values.GetProperty("title_b").GetProperty("title").Text("value"));
        Assert.Equal("U0BEN00002", values.GetProperty("lead_b").GetProperty("lead").Text("selected_user"));
        Assert.Equal(
            ["U0AIKO0003", "U0CARLOS04"],
            values.GetProperty("who_b").GetProperty("who").Items("selected_users").Select(u => u.GetString()!));
        Assert.Equal(1769428800, values.GetProperty("at_b").GetProperty("at").Number("selected_date_time"));
        Assert.Null(values.GetProperty("num_b").GetProperty("users").At("value"));
        Assert.Null(values.GetProperty("svc_b").GetProperty("service").At("selected_option"));
    }

    [Theory]
    [InlineData("""{"response_action":"errors","errors":{"title_b":"Describe the system."}}""", "Describe the system.", null)]
    [InlineData("""{"response_action":"errors","errors":{"title":"Keyed by action."}}""", null, View.ConnectionFailed)]
    [InlineData("""{"response_action":"errors","errors":{}}""", null, View.ConnectionFailed)]
    [InlineData("""{"ok":true}""", null, View.ConnectionFailed)]
    [InlineData("OK", null, View.ConnectionFailed)]
    [InlineData("""{"response_action":"update","view":{"type":"modal","blocks":[]}}""", null, View.ConnectionFailed)]
    public async Task Only_documented_answers_are_understood(string body, string? error, string? banner)
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var view = await maya.FillAsync(await lab.OpenAsync(Modals.Declare), ("title", "Checkout"));
        lab.Bot.Answer = _ => Results.Text(body, "application/json");

        var after = await maya.SubmitAsync(view);

        Assert.Equal(error, after!.Errors.GetValueOrDefault("title_b"));
        Assert.Equal(banner, after.Banner);
    }

    [Fact]
    public async Task A_failing_bot_leaves_the_modal_open_with_what_was_typed()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var view = await maya.FillAsync(await lab.OpenAsync(Modals.Declare), ("title", "Checkout"));
        lab.Bot.Answer = _ => Results.StatusCode(500);

        var after = await maya.SubmitAsync(view);
        lab.Bot.Answer = _ => Results.Ok();
        var second = await maya.SubmitAsync(after!);

        Assert.Equal(View.ConnectionFailed, after!.Banner);
        Assert.Equal("Checkout", after.Values[new("title_b", "title")].Text("value"));
        Assert.Null(second);
    }

    [Fact]
    public async Task Answers_update_push_and_clear_the_stack()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var view = await maya.FillAsync(await lab.OpenAsync(Modals.Declare), ("title", "Checkout"));

        lab.Bot.Answer = _ => Answer("push", Modals.Declare);
        var pushed = (await maya.SubmitAsync(view))!;
        var filled = await maya.FillAsync(pushed, ("title", "Why?"));
        lab.Bot.Answer = _ => Answer("update", Modals.Plain("Updated"));
        var updated = (await maya.SubmitAsync(filled))!;
        lab.Bot.Answer = _ => Results.Text("""{"response_action":"clear"}""", "application/json");
        var cleared = await maya.SubmitAsync(updated);

        Assert.Equal(view.Id, pushed.PreviousId);
        Assert.Equal((pushed.Id, "Updated"), (updated.Id, updated.Title));
        Assert.Null(cleared);
    }

    [Fact]
    public async Task Letters_that_are_typed_while_the_bot_prepares_an_update_stay()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var view = await maya.FillAsync(await lab.OpenAsync(Modals.Declare), ("title", "seei"));
        lab.Bot.Answer = _ =>
        {
            lab.Workspace.Views.SetValue(view, new("title_b", "title"), Json.Parse("""{"type":"plain_text_input","value":"seein"}"""));
            return Answer("update", Modals.Declare);
        };

        var after = await maya.SubmitAsync(view);

        Assert.Equal("seein", after!.Values[new("title_b", "title")].Text("value"));
    }

    [Fact]
    public async Task Closing_is_told_when_the_modal_asked_for_it()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var view = await lab.OpenAsync(Modals.Declare);

        var after = await maya.CloseAsync(view);

        Assert.Null(after);
        Sample.AssertShape(Sample.Load("12_view_closed"), lab.Bot.LastAsked.Payload, "blocks", "values");
    }

    private static IResult Answer(string action, string view) =>
        Results.Text($$"""{"response_action":"{{action}}","view":{{view}}}""", "application/json");
}
