using IncidentBot.Domain;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Features.Causes;

/// <summary>
/// Answers "Suggest classes": ranks the classes for the gap as it is typed. Nothing is saved yet, and everything else in the form stays.
/// </summary>
internal sealed class SuggestCauses(PostMortemViews views, CauseSuggestions causes, OpenedForms opened, ISlackApi slack)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data);
        if (request.View is not { } view || await views.FindOrReplyAsync(request, key.Number, cancellationToken) is not { } postMortem)
        {
            return;
        }

        await opened.RememberAsync(view, cancellationToken);
        var gap = view.InputBlockIds.FirstOrDefault(id => FieldIds.Of(id) == CauseField.Gap);
        var typed = gap is null ? "" : view.State.Text(gap);
        var choices = await causes.ForAsync(postMortem, key.Item, typed, new PersonId(request.User.Id), cancellationToken);
        var choice = CauseField.Choice(
            choices, CauseField.ReadClass(view.State), postMortem.Causes.GetValueOrDefault(key.Item));
        var form = FormSnapshot.Of(view);
        Block[] blocks = [.. form.Blocks.Select(block => block.BlockId == CauseField.Class ? choice : block)];

        // With the hash the second half of a double click changes nothing.
        await slack.SendAsync(new ViewsUpdate(form with { Blocks = blocks }) { ViewId = view.Id, Hash = view.Hash }, cancellationToken);
    }
}
