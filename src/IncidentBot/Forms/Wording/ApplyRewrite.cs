using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Forms.Wording;

/// <summary>
/// Answers "Use: ...": puts the rewrite into the field. Nothing is saved yet, and everything else in the form stays as it is. A
/// text that has changed since is left alone and checked when the form is saved.
/// </summary>
internal sealed class ApplyRewrite(ISlackApi slack, OpenedForms opened) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var offer = Offer.Read(request.Action.Data);
        if (request.View is not { } view || IdIn(view, offer.Field) is not { } id || offer.In(view.State.Text(id)) is not { } text)
        {
            return;
        }

        await opened.RememberAsync(view, cancellationToken);
        var form = FormSnapshot.Of(view);
        string[] settled =
        [
            FieldIds.Words(offer.Field, offer.Hash),
            FieldIds.Offer(offer.Field, offer.Hash),
            FieldIds.Reason(offer.Field, offer.Hash),
        ];
        var blocks = form.Blocks
            .Where(block => !settled.Contains(block.BlockId))
            .Select(
                block => block is ShownBlock shown && block.BlockId == id ? FormSnapshot.WithText(shown, FieldIds.Next(id), text) : block);

        // With the hash the second half of a double click changes nothing.
        await slack.SendAsync(
            new ViewsUpdate(form with { Blocks = [.. blocks] }) { ViewId = view.Id, Hash = view.Hash }, cancellationToken);
    }

    private static string? IdIn(ViewInfo view, string field) =>
        view.InputBlockIds.FirstOrDefault(id => !FieldIds.IsFinding(id) && FieldIds.Of(id) == field);
}
