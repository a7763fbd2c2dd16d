using IncidentBot.Cards;
using IncidentBot.Domain.Debriefs;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Debriefs;

/// <summary>Three short questions while memories are fresh; earlier notes are shown above them.</summary>
internal static class DebriefModal
{
    public const string CallbackId = "debrief";
    private const int MostShown = 5;

    internal static class Blocks
    {
        public const string WhatHappened = "what_happened";
        public const string ImmediateFix = "immediate_fix";
        public const string NotToForget = "not_to_forget";
    }

    public static Modal Render(Incident incident, IReadOnlyList<DebriefNote> notes) => new("Debrief")
    {
        CallbackId = CallbackId,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Add",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Text(
                $"*{IncidentWords.Title(incident)}* · Take ten minutes while memories are fresh. The post-mortem is "
                    + $"still needed: it asks why the system allowed this.")),
            .. notes.TakeLast(MostShown).Select(note => new SectionBlock(DebriefWords.Note(note))),
            new ActionsBlock(new Button(CardActions.WhatHappened, "Reasons and milestones") { Value = IncidentWords.Number(incident) }),
            Question(Blocks.WhatHappened, DebriefWords.WhatHappened, "The facts as you saw them.", focus: true),
            Question(Blocks.ImmediateFix, DebriefWords.ImmediateFix, "What is holding for now, and for how long?"),
            Question(Blocks.NotToForget, DebriefWords.NotToForget, "What should the post-mortem look at?"),
        ],
    };

    public static DebriefAnswers Read(ViewState state) =>
        new(state.Text(Blocks.WhatHappened), state.Text(Blocks.ImmediateFix), state.Text(Blocks.NotToForget));

    private static InputBlock Question(string block, string question, string hint, bool focus = false) =>
        new(block, question, new PlainTextInput("value") { Multiline = true, MaxLength = DebriefNote.AnswerLimit, FocusOnLoad = focus })
        {
            Optional = true,
            Hint = hint,
        };
}
