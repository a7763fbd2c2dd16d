using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The resolve form: what happened, when the incident ended, the reasons for a post-mortem, and unknown milestones.</summary>
internal static class ResolveModal
{
    public const string CallbackId = "resolve";

    internal static class Blocks
    {
        public const string EndedAt = "ended_at";
        public const string Sentence = "sentence";

        /// <summary>The block of a milestone, named as in the domain's refusals.</summary>
        public static string Of(Milestone milestone) => milestone.ToString();
    }

    public static Modal Render(Incident incident, DateTimeOffset now) => new($"Resolve incident {incident.Number}")
    {
        CallbackId = CallbackId,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Resolve",
        Close = "Not yet",
        Blocks =
        [
            new InputBlock(Blocks.Sentence, "What happened, in one sentence?", new PlainTextInput("value")
            {
                MaxLength = Incident.SentenceLimit,
                Placeholder = "The connection pool ran out after the 09:10 release",
                FocusOnLoad = true,
            }),
            new InputBlock(Blocks.EndedAt, "When did it end for users?", new DateTimePicker("value") { InitialDateTime = now }),
            TriggersField.Render(incident.Triggers),
            .. Milestones(incident),
        ],
    };

    public static Resolution Read(ViewState state, DateTimeOffset now) => new(
        state.DateTime(Blocks.EndedAt) ?? now,
        state.Text(Blocks.Sentence),
        TriggersField.Read(state))
    {
        Milestones = Enum.GetValues<Milestone>()
            .Select(milestone => (Milestone: milestone, At: state.DateTime(Blocks.Of(milestone))))
            .Where(known => known.At is not null)
            .ToDictionary(known => known.Milestone, known => known.At!.Value),
    };

    private static IEnumerable<Block> Milestones(Incident incident)
    {
        var asked = MilestonePolicy.AskedAtResolve(incident);
        if (asked.Count > 0)
        {
            yield return new ContextBlock(Mrkdwn.Raw("Milestones: fill in what you know, add the rest later."));
        }

        foreach (var milestone in asked)
        {
            yield return new InputBlock(Blocks.Of(milestone), MilestoneLabel.For(milestone), new DateTimePicker("value"))
            {
                Optional = true,
            };
        }
    }
}
