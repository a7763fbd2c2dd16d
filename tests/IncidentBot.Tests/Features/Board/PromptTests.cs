using IncidentBot.Domain.ActionItems;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Board;

/// <summary>"Next prompt": the questions as the meeting reads them, one at a time.</summary>
public sealed class PromptTests
{
    [Fact]
    [Trait("Requirement", "R84")]
    [Trait("Requirement", "R86")]
    public async Task The_whys_have_the_questions_that_lead_to_the_system_and_those_that_unlock_learning() => await ShowsAsync(
        "5 Whys",
        "What made the error possible at all?",
        "Which safeguards were there, and why did none of them catch it?",
        "What about the system contributed, no matter who was on duty?",
        "Which piece of information would have helped at that moment?",
        "What looked like the sensible thing to do at the time?",
        "Where did our picture of the system differ from reality?",
        "What surprised you?",
        "What was harder than you expected?",
        "If it happened again tomorrow, what would we do differently?",
        "What is the smallest change that would have prevented this?");

    [Fact]
    [Trait("Requirement", "R79")]
    [Trait("Requirement", "R85")]
    public async Task The_timeline_has_the_questions_about_a_moment() => await ShowsAsync(
        "Timeline",
        "What happened next?",
        "Which options did you see?",
        "Which assumption turned out to be wrong?",
        "What filled the longest quiet period?",
        "What did you know at that point?",
        "What went through your mind when you saw that?",
        "What would have made that decision easier?",
        "What did you hope would happen?",
        "How did you hear about it?");

    [Fact]
    [Trait("Requirement", "R87")]
    public async Task The_opening_has_the_prompts_that_keep_the_meeting_safe() => await ShowsAsync(
        "Opening",
        "Say \"we\", not \"you\": the system belongs to all of us.",
        "Begin with \"Help me understand…\".",
        "This is how we get better: thank you for saying it.",
        "It was a stressful incident. It's fine to say so.",
        "We began with the Prime Directive; it still holds.");

    [Fact]
    [Trait("Requirement", "R32")]
    public async Task Only_the_facilitator_is_told_when_one_person_writes_most()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await IdeasAsync(app, meeting, "ben", 5);
        await meeting.PressAsync("room_prompt");
        Assert.DoesNotContain(
            app.Slack.EphemeralsFor("maya"),
            message => app.Slack.PlainText(message).Contains("contributions so far", StringComparison.Ordinal));
        await IdeasAsync(app, meeting, "aiko", 2);

        await meeting.PressAsync("room_prompt");

        Assert.Equal(
            "Only you see this: 5 of 7 contributions so far are from @ben. Ask someone who hasn't spoken yet.",
            ShownMessages.LatestEphemeral(app, "maya"));
        Assert.DoesNotContain(
            ShownMessages.TextsIn(app, meeting.Incident.Channel), text => text.Contains("contributions so far", StringComparison.Ordinal));
    }

    private static async Task ShowsAsync(string phase, params string[] questions)
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync(phase);
        var shown = new List<string>();
        foreach (var _ in questions)
        {
            shown.Add(meeting.Text.Split('\n').Single(line => line.StartsWith(":bulb: ", StringComparison.Ordinal))[":bulb: ".Length..]);
            await meeting.PressAsync("room_prompt");
        }

        Assert.Equal(questions, shown);
    }

    private static Task IdeasAsync(BotApp app, RunningMeeting meeting, string person, int count) =>
        meeting.Incident.ChangeAsync(db => db.ActionIdeas.AddRange(
        Enumerable.Range(0, count).Select(_ => ActionIdea.Collect(
            Guid.NewGuid(),
            meeting.Incident.Number,
            new ActionDraft("Page on an empty queue"),
            null,
            app.IdOf(person),
            app.Now).Value!)));
}
