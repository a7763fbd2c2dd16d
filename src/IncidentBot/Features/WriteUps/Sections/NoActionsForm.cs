using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>Why an incident leads to no action item: the written reason takes the place of one.</summary>
internal sealed class NoActionsForm : ISectionForm
{
    private const string Reason = "reason";

    public string Title => "No action items";

    public IEnumerable<Block> Render(PostMortemView view, Guid item)
    {
        yield return new InputBlock(Reason, "Why is no action needed?", new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = PostMortemLimits.Reason,
            InitialValue = view.PostMortem.WriteUp.NoActionsReason,
            FocusOnLoad = true,
        })
        {
            Optional = true,
            Hint = "Printed in the write-up. Clear the field to remove the reason.",
        };
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) =>
        postMortem.WriteUp.ExplainNoActions(state.Text(Reason), edit.By, edit.Now);
}
