using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The resolve form: when the incident ended and, if someone has the time, what happened. The rest is asked afterwards.</summary>
internal static class ResolveModal
{
    public const string CallbackId = "resolve";

    internal static class Blocks
    {
        public const string EndedAt = "ended_at";
        public const string Sentence = "sentence";
    }

    public static Modal Render(Incident incident, DateTimeOffset now) => new($"Resolve incident {incident.Number}")
    {
        CallbackId = CallbackId,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Resolve",
        Close = "Not yet",
        Blocks =
        [
            new InputBlock(Blocks.EndedAt, IncidentWords.EndLabel, new DateTimePicker("value") { InitialDateTime = now }),
            new InputBlock(Blocks.Sentence, IncidentWords.ResolutionLabel, new PlainTextInput("value")
            {
                MaxLength = Incident.SentenceLimit,
                InitialValue = incident.Resolution,
                Placeholder = IncidentWords.ResolutionExample,
                FocusOnLoad = true,
            })
            {
                Optional = true,
                Hint = "Leave it empty if you don't know yet; the write-up asks again.",
            },
        ],
    };

    public static Resolution Read(ViewState state, DateTimeOffset now) =>
        new(state.DateTime(Blocks.EndedAt) ?? now, state.Text(Blocks.Sentence));
}
