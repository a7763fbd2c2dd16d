using IncidentBot.Domain.NearMisses;
using IncidentBot.Domain.Severities;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare.NearMisses;

/// <summary>Three questions that take a minute: what happened, how bad it could have been, what caught it.</summary>
internal static class NearMissModal
{
    public const string CallbackId = "near_miss";

    private const string Anonymous = "anonymous";

    internal static class Blocks
    {
        public const string WhatHappened = "what_happened";
        public const string CouldHaveBeen = "could_have_been";
        public const string CaughtBy = "caught_by";
        public const string Options = "options";
    }

    public static Modal Render(string whatHappened, string channel) => new("Report near miss")
    {
        CallbackId = CallbackId,
        Submit = "Report",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw("It takes a minute. No channel, no lead, no deadline: it only has to be known.")),
            Answer(Blocks.WhatHappened, "What happened?", "The nightly import almost filled the disk", whatHappened) with
            {
                Hint = $"Everyone can read it in #{channel}, so name systems and roles, not people.",
            },
            new InputBlock(Blocks.CouldHaveBeen, "What could it have been?", new RadioButtons("value") { Options = SeverityOption.All }),
            Answer(Blocks.CaughtBy, "What caught it?", "The disk alert, ten minutes before it was full") with
            {
                Hint = "An alert, a check, a colleague. Luck is an answer too.",
            },
            ServiceField.Render(),
            new InputBlock(Blocks.Options, "Options", new Checkboxes("value")
            {
                Options =
                [
                    new Option("Report anonymously", Anonymous) { Description = "Nothing that identifies you is shown or stored" },
                ],
            })
            { Optional = true },
        ],
    };

    /// <summary>The near miss is reported; an anonymous reporter is thanked here, because no message may be addressed to them.</summary>
    public static Modal Thanks(NearMiss nearMiss, string channel) => new("Thank you")
    {
        Close = "Done",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"Thank you. Near miss {nearMiss.Number} is on its way to #{channel}.")),
            new ContextBlock(Mrkdwn.Raw("Nothing that identifies you was stored.")),
        ],
    };

    public static NearMissReport Read(ViewState state) => new(
        state.Text(Blocks.WhatHappened),
        state.Text(Blocks.CaughtBy),
        SeverityPolicy.Parse(state.SelectedOption(Blocks.CouldHaveBeen)) is { Ok: true, Value: var severity } ? severity : null,
        ServiceField.Read(state));

    public static bool IsAnonymous(ViewState state) => state.Checked(Blocks.Options, Anonymous);

    private static InputBlock Answer(string block, string question, string example, string typed = "") =>
        new(block, question, new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = NearMiss.AnswerLimit,
            Placeholder = example,
            InitialValue = typed.Length == 0 ? null : SlackText.Truncate(typed, NearMiss.AnswerLimit),
        });
}
