namespace IncidentBot.Crashes.Stories;

/// <summary>The meeting, the document, the write-up.</summary>
internal sealed partial class CheckoutIsDown
{
    private async Task PrepareAsync()
    {
        await runner.StepAsync("open the schedule", 5, Types("maya", "/incident pm schedule"), () => Sees("maya", "post_mortem_schedule"));
        await runner.StepAsync(
            "schedule the meeting",
            5,
            () => runner.SubmitAsync("maya", "post_mortem_schedule", ("attendees", "ben,aiko"), ("link", "https://meet.example.com/1")),
            () => !Sees("maya", "post_mortem_schedule"));
        await runner.StepAsync("open the post-mortem", 5, Types("maya", "/postmortem"), () => Sees("maya", "post_mortem"));
        await runner.StepAsync(
            "open the facilitator form", 5, PressesAsync("facilitator_open"), () => Sees("maya", "post_mortem_facilitator"));
        await runner.StepAsync(
            "choose the facilitator",
            5,
            () => runner.SubmitAsync("maya", "post_mortem_facilitator", ("facilitator", "lena")),
            () => !Sees("maya", "post_mortem_facilitator"));
    }

    private async Task WriteAsync()
    {
        await SectionAsync(
            "summary",
            ("summary", "A release halved the connection pool. For an hour every second payment failed. 1200 people could not pay."));
        await SectionAsync(
            "whys",
            ("symptom", "Payments failed"),
            ("why_1", "The pool size came from a default"),
            ("why_2", "No test runs with the production pool"),
            ("gap", "A release can change a limit without anybody seeing it"));
        await SectionAsync("factor", ("text", "The alert looks at errors of the shop, not of payments"), ("category", "Technical"));
        await SectionAsync("learning", ("text", "A default is a decision, too"));
        await ActionItemAsync("first", "Alert when a payment waits longer than a minute", "2026-03-12");
        await ActionItemAsync("second", "Show changed limits in every release", "2026-03-19");
    }

    private async Task PublishAsync()
    {
        await runner.StepAsync("mark the meeting as held", 5, PressesAsync("post_mortem_held"), () => true);
        await runner.StepAsync(
            "publish", 5, PressesAsync("post_mortem_publish"), () => Reads("incidents", "Post-mortem: Checkout is down"));
        await runner.StepAsync("close the post-mortem", 5, async () =>
        {
            if (Slack.OpenView("maya") is { } open)
            {
                await As("maya").CloseAsync(open, all: true);
            }
        });
    }

    private async Task SectionAsync(string section, params (string Field, string Value)[] values)
    {
        await runner.StepAsync($"open the {section}", 5, async () =>
        {
            await OpenOverviewAsync();
            await As("maya").ClickAsync(Slack.OpenView("maya")!, "post_mortem_section_open", $"{Number}:{section}");
        }, () => Sees("maya", "post_mortem_section"));
        await runner.StepAsync(
            $"save the {section}",
            5,
            () => runner.SubmitAsync("maya", "post_mortem_section", values),
            () => !Sees("maya", "post_mortem_section"));
    }

    private async Task ActionItemAsync(string which, string text, string due)
    {
        await runner.StepAsync(
            $"begin the {which} action item",
            5,
            Types("maya", $"/incident action {text} @ben by {due}"),
            () => Sees("maya", "action_item"));
        await runner.StepAsync(
            $"add the {which} action item",
            5,
            () => runner.SubmitAsync("maya", "action_item", ("metric", "The next full pool pages us within two minutes")),
            () => !Sees("maya", "action_item"));
    }

    private Func<Task> PressesAsync(string action) => async () =>
    {
        await OpenOverviewAsync();
        await As("maya").ClickAsync(Slack.OpenView("maya")!, action);
    };

    private async Task OpenOverviewAsync()
    {
        if (!Sees("maya", "post_mortem"))
        {
            await As("maya").TypeAsync(Here, "/postmortem");
        }
    }
}
