namespace IncidentBot.Crashes.Stories;

/// <summary>From the first command until it is resolved.</summary>
internal sealed partial class CheckoutIsDown
{
    private async Task DeclareAsync()
    {
        await telling.StepAsync("open the declare form", 5, () => As("maya").TypeAsync("general", "/incident Checkout is down"), () => Sees("maya", "declare"));
        await telling.StepAsync(
            "declare",
            5,
            () => telling.SubmitAsync("maya", "declare", ("severity", "SEV1"), ("what_users_see", "Payments fail with an error")),
            () => !Sees("maya", "declare"));
        await telling.StepAsync(
            "take the lead",
            5,
            () => As("maya").ClickAsync(Slack.MessagesIn(Here).Single(message => message.Pin is not null), "role_claim", $"{Number}:lead"),
            () => Reads(Here, "is now lead"));
        await telling.StepAsync("close the declare form", 7, async () =>
        {
            if (Slack.OpenView("maya") is { } open)
            {
                await As("maya").CloseAsync(open, all: true);
            }
        });
        await telling.StepAsync(
            "join from the headline",
            5,
            () => As("ben").ClickAsync(Slack.MessagesIn("incidents").First(message => message.BotId is not null), "incident_join"),
            () => Channel.Members.Contains(As("ben").User.Id));
    }

    private async Task WorkAsync()
    {
        await telling.StepAsync("say what may be the cause", 5, () => As("ben").TypeAsync(Here, "The 08:50 release halved the connection pool"));
        await telling.WaitAsync("a status update is due", 14);
        await telling.StepAsync("post an update", 5, Types("maya", "/incident update We are rolling back"), () => Reads(Here, "We are rolling back"));
        await telling.StepAsync("react with a pin", 5, () => As("maya").ReactAsync(Said("halved"), "pushpin"));
        await telling.StepAsync("reply in the thread", 5, () => As("maya").TypeAsync(Here, "No alert fired for the error rate", Said("halved").Ts));
        await telling.StepAsync("mark a missed signal", 5, () => As("maya").ReactAsync(Said("No alert"), "no_bell"));
        await telling.StepAsync("correct the message", 5, () => As("ben").EditAsync(Said("halved"), "The 08:50 release halved the connection pool of payments"));
        await telling.StepAsync("pin a message", 5, () => As("ben").PinAsync(Said("halved")));
        await telling.StepAsync("change the severity", 11, Types("ben", "/incident sev 2"), () => Topic("SEV2"));
        await telling.StepAsync("change it back", 5, Types("ben", "/incident sev 1"), () => Topic("SEV1"));
        await telling.StepAsync("note what was done", 5, Types("ben", "/incident note rolled the release back"), () => Reads(Here, "rolled the release back"));
        await telling.StepAsync("tell of a signal", 5, Types("maya", "/incident signal the oldest payment waited 9 minutes at 5 min ago missed"), () => Reads(Here, "the oldest payment waited"));
        await telling.StepAsync("say that it is mitigated", 4, Types("ben", "/incident status mitigated"), () => Topic("Mitigated"));
        await telling.StepAsync("thank somebody", 11, () => As("ben").TypeAsync(Here, "Thanks @maya & all"));
    }

    private async Task ResolveAsync()
    {
        await telling.StepAsync("open the resolve form", 5, Types("maya", "/incident resolve"), () => Sees("maya", "resolve"));
        await telling.StepAsync(
            "resolve",
            5,
            () => telling.SubmitAsync(
                "maya",
                "resolve",
                ("sentence", "A release halved the connection pool, so payments waited until they failed"),
                ("ended_at", "2026-03-03T11:00:00Z"),
                ("triggers", "ReachedCustomers")),
            () => !Sees("maya", "resolve"));
    }

    private bool Topic(string word) => Channel.Topic.Value.Contains(word, StringComparison.Ordinal);

    public string Number => Channel.Name.Split('-')[1];
}
