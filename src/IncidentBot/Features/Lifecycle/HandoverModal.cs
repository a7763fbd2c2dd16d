using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Hands the lead over: who leads from now on, and what they need to know.</summary>
internal static class HandoverModal
{
    public const string CallbackId = "lead_hand_over";

    internal static class Blocks
    {
        public const string Lead = "lead";
        public const string State = "state";
        public const string Tried = "tried";
        public const string RuledOut = "ruled_out";
        public const string Next = "next";
    }

    /// <param name="incident">The incident; its last update is the first draft of the state.</param>
    /// <param name="next">Who was named in the command; null when no one was.</param>
    public static Modal Render(Incident incident, PersonId? next = null) => new("Hand over the lead")
    {
        CallbackId = CallbackId,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Hand over",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Text(
                $"{IncidentWords.Title(incident)}\nThe next lead gets this by direct message; it's kept on the timeline.")),
            new InputBlock(Blocks.Lead, "Who leads from now on?", new UsersSelect("value") { InitialUser = next?.Value }),
            Field(
                Blocks.State, "How do things stand?", "Payments fail for one in ten; the new release is rolled back",
                incident.StatusUpdates is [.., var last] ? SlackText.Truncate(last.Text, Handover.PartLimit) : null),
            Field(Blocks.Tried, "What has been tried?", "Restarted the pool, doubled the connections"),
            Field(Blocks.RuledOut, "What has been ruled out?", "The database and the network"),
            Field(Blocks.Next, "What is the next decision, and when?", "At 14:00: fail over to the other region, or wait"),
        ],
    };

    public static PersonId? ReadLead(ViewState state) => state.SelectedUser(Blocks.Lead) is { } user ? new PersonId(user) : null;

    public static Result<Handover> Read(ViewState state) => Handover.Create(
        state.Text(Blocks.State), state.Text(Blocks.Tried), state.Text(Blocks.RuledOut), state.Text(Blocks.Next));

    private static InputBlock Field(string block, string label, string example, string? initial = null) =>
        new(block, label, new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = Handover.PartLimit,
            Placeholder = example,
            InitialValue = initial,
        })
        {
            Optional = block != Blocks.State,
        };
}
