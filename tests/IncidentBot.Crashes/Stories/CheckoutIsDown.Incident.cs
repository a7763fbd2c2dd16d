namespace IncidentBot.Crashes.Stories;

/// <summary>From the first command until it is resolved.</summary>
internal sealed partial class CheckoutIsDown
{
    private async Task DeclareAsync()
    {
        await runner.StepAsync(
            "open the declare form",
            5,
            () => As("maya").TypeAsync("general", "/incident Checkout is down"),
            () => Sees("maya", "declare"));
        await runner.StepAsync(
            "declare",
            5,
            () => runner.SubmitAsync("maya", "declare", ("severity", "SEV1"), ("what_users_see", "Payments fail with an error")),
            () => !Sees("maya", "declare"));
        await runner.StepAsync(
            "take a role",
            5,
            () => As("maya").ClickAsync(
                Slack.MessagesIn(Here).Single(message => message.Pin is not null), "role_claim", $"{Number}:scribe"),
            () => Reads(Here, "is now scribe"));
        await runner.StepAsync("close the declare form", 7, async () =>
        {
            if (Slack.OpenView("maya") is { } open)
            {
                await As("maya").CloseAsync(open, all: true);
            }
        });
        await runner.StepAsync(
            "join from the headline",
            5,
            () => As("ben").ClickAsync(Slack.MessagesIn("incidents").First(message => message.BotId is not null), "incident_join"),
            () => Channel.Members.Contains(As("ben").User.Id));
    }

    private async Task WorkAsync()
    {
        await runner.StepAsync(
            "post a suspected cause", 5, () => As("ben").TypeAsync(Here, "The 08:50 release halved the connection pool"));
        await runner.WaitAsync("a status update is due", 14);
        await runner.StepAsync(
            "post an update", 5, Types("maya", "/incident update We are rolling back"), () => Reads(Here, "We are rolling back"));
        await runner.StepAsync("react with a pin", 5, () => As("maya").ReactAsync(MessageWith("halved"), "pushpin"));
        await runner.StepAsync(
            "reply in the thread", 5, () => As("maya").TypeAsync(Here, "No alert fired for the error rate", MessageWith("halved").Ts));
        await runner.StepAsync("mark a missed signal", 5, () => As("maya").ReactAsync(MessageWith("No alert"), "no_bell"));
        await runner.StepAsync(
            "correct the message",
            5,
            () => As("ben").EditAsync(MessageWith("halved"), "The 08:50 release halved the connection pool of payments"));
        await runner.StepAsync("pin a message", 5, () => As("ben").PinAsync(MessageWith("halved")));
        await runner.StepAsync("change the severity", 11, Types("ben", "/incident sev 2"), () => Topic("SEV2"));
        await runner.StepAsync("change it back", 5, Types("ben", "/incident sev 1"), () => Topic("SEV1"));
        await runner.StepAsync(
            "add a note", 5, Types("ben", "/incident note rolled the release back"), () => Reads(Here, "rolled the release back"));
        await runner.StepAsync(
            "record a missed signal",
            5,
            Types("maya", "/incident signal the oldest payment waited 9 minutes at 5 min ago missed"),
            () => Reads(Here, "the oldest payment waited"));
        await runner.StepAsync(
            "set the status to mitigated", 4, Types("ben", "/incident status mitigated"), () => Reads(Here, "Investigating → Mitigated"));
        await runner.StepAsync("thank someone", 11, () => As("ben").TypeAsync(Here, "Thanks @maya & all"));
    }

    private async Task ResolveAsync()
    {
        await runner.StepAsync("open the resolve form", 5, Types("maya", "/incident resolve"), () => Sees("maya", "resolve"));
        await runner.StepAsync(
            "resolve",
            5,
            () => runner.SubmitAsync(
                "maya",
                "resolve",
                ("sentence", "A release halved the connection pool, so payments waited until they failed"),
                ("ended_at", "2026-03-03T11:00:00Z")),
            () => Sees("maya", "what_happened"));
        await runner.StepAsync(
            "say what makes the post-mortem required",
            5,
            () => runner.SubmitAsync("maya", "what_happened", ("triggers", "ReachedCustomers")),
            () => !Sees("maya", "what_happened"));
    }

    private bool Topic(string word) => Channel.Topic.Value.Contains(word, StringComparison.Ordinal);

    public string Number => Channel.Name.Split('-')[1];
}
