using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Recurrence;

/// <summary>The two forms of an investigation: who owns it, and what was decided.</summary>
internal static class InvestigationModals
{
    public const string AssignId = "investigation_assign";
    public const string CloseId = "investigation_close";

    /// <summary>The fields, named as in the refusals of the domain.</summary>
    internal static class Fields
    {
        public const string Owner = "owner";
        public const string Outcome = "outcome";
        public const string Decision = "decision";
    }

    public static Modal Assign(InvestigationView view) => new("Assign investigation")
    {
        CallbackId = AssignId,
        PrivateMetadata = Key(view),
        Submit = "Assign",
        Close = "Cancel",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"*{view.Class}*")),
            new InputBlock(Fields.Owner, "Owner", new UsersSelect("value") { InitialUser = view.Investigation.Owner?.Value })
            {
                Hint = "Finds out why the cause comes back, and brings the right people together.",
            },
        ],
    };

    public static Modal Close(InvestigationView view)
    {
        var options = Enum.GetValues<InvestigationOutcome>()
            .Select(outcome => new Option(InvestigationWords.Of(outcome).ToString(), outcome.ToString())).ToList();
        var chosen = view.Investigation.Outcome?.ToString();
        return new Modal("Close investigation")
        {
            CallbackId = CloseId,
            PrivateMetadata = Key(view),
            Submit = view.Investigation.ClosedAt is null ? "Close" : "Save",
            Close = "Cancel",
            Blocks =
            [
                new SectionBlock(Mrkdwn.Text($"*{view.Class}*")),
                new InputBlock(
                    Fields.Outcome,
                    "What comes next?",
                    new RadioButtons("value") { Options = options, InitialOption = options.Find(option => option.Value == chosen) }),
                new InputBlock(Fields.Decision, "What was decided?", new PlainTextInput("value")
                {
                    Multiline = true,
                    MaxLength = StructuralInvestigation.DecisionLimit,
                    Placeholder = "Every pool gets a limit per client by May; Payments owns the project",
                    InitialValue = view.Investigation.Decision,
                })
                { Hint = "One sentence. Everyone in #incidents reads it." },
            ],
        };
    }

    public static (Guid Id, int Version) ReadKey(ViewInfo view)
    {
        var parts = ButtonValue.Read(view.PrivateMetadata);
        return (parts.Id(), parts.Number(1));
    }

    public static PersonId? ReadOwner(ViewState state) => state.SelectedUser(Fields.Owner) is { } user ? new PersonId(user) : null;

    public static (InvestigationOutcome? Outcome, string Decision) ReadDecision(ViewState state) =>
        (ButtonValue.Read(state.SelectedOption(Fields.Outcome)).Member<InvestigationOutcome>(), state.Text(Fields.Decision));

    private static string Key(InvestigationView view) => ButtonValue.Write(view.Investigation.Id, view.Investigation.Version);
}
