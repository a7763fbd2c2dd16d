using IncidentBot.Domain.PostMortems;
using IncidentBot.Forms;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>
/// Answers the form of a section: saves it, or says under the field why not. Several people may write the same section at
/// once; changes by others since the form was opened are kept, or shown before they are replaced.
/// </summary>
internal sealed class SaveSection(PostMortemChanges changes, BlameReview wording, SharedForms forms, GapCauses causes)
    : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        return changes.SubmitAsync(
            submission,
            key,
            submission.View.InputBlockIds[0],
            async request =>
            {
                if (SectionTable.RefuseUnknown(key.Section) is { } unknown)
                {
                    return unknown;
                }

                var reviewed = await wording.ReviewAsync(
                    submission, request.View.Incident, SectionTable.FormOf(key.Section).ReviewedFields, cancellationToken);
                var view = request.View with { Kept = [.. request.View.Kept, .. reviewed.Kept] };
                if (reviewed.Instead is { } instead)
                {
                    return instead;
                }

                var decision = await WriteAsync(reviewed.Submission, key, request with { View = view }, cancellationToken);
                return decision with { Form = reviewed.Form, RefreshWith = decision.RefreshWith ?? view };
            },
            cancellationToken);
    }

    private async Task<FormDecision> WriteAsync(
        ViewSubmission submission, PostMortemKey key, PostMortemRequest request, CancellationToken cancellationToken)
    {
        var answers = await ReadAsync(submission, key, request.View, cancellationToken);
        if (answers.Instead is { } instead)
        {
            return instead;
        }

        var edit = new SectionEdit(key.Item, request.By, request.Now);
        FormDecision written = SectionTable.FormOf(key.Section).Write(request.PostMortem, answers.State, edit);
        if (key.Section != PostMortemPart.Whys || written.Refusal is not null)
        {
            return written;
        }

        var chosen = await causes.WriteAsync(request, key.Item, answers.State, cancellationToken);
        return chosen.Ok ? written with { RefreshWith = chosen.Value } : chosen.Refusal;
    }

    private async Task<SharedAnswers> ReadAsync(
        ViewSubmission submission, PostMortemKey key, PostMortemView postMortemView, CancellationToken cancellationToken)
    {
        var part = key.Part;
        var last = postMortemView.PostMortem.LastChangeOf(part);
        if (last is null || !WasRemoved(submission.View, key, postMortemView))
        {
            var current = new SharedForm(SectionModal.Render(postMortemView, key), _ => last?.By)
            { ListField = SectionTable.FormOf(key.Section).ListField };
            return await forms.ReadAsync(submission, current, cancellationToken);
        }

        var name = await forms.NameAsync(last?.By, submission, cancellationToken);
        var warning = await forms.WarnOnceAsync(
            submission,
            new Dictionary<string, string>
            {
                [submission.View.InputBlockIds[0]] = $"{name} removed this item. Press Save again to restore it as shown here.",
            },
            $"removed {part} {last?.At:O}",
            cancellationToken);
        return new SharedAnswers(submission.View.State, warning);
    }

    /// <summary>A new item is not in the list either, but its form was opened empty.</summary>
    private static bool WasRemoved(ViewInfo view, PostMortemKey key, PostMortemView postMortemView) =>
        key.IsListItem
        && !ItemListModal.Contains(postMortemView, key)
        && InitialValues.Of(view) is var shown
        && shown.Answer(view.InputBlockIds[0]).Value.Length > 0;
}
