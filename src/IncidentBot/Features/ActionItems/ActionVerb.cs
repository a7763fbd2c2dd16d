using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms.Wording;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers <c>/incident action TEXT @owner by DATE</c>: during the incident it adds an idea; afterwards it adds an action item, or opens
/// the form.
/// </summary>
internal sealed class ActionVerb(
    Access access, TypedDrafts drafts, NewItems items, ItemHints hints, ItemFormOpener forms) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length > 0;

    /// <summary>What was said is added at once or asked for, depending on the incident.</summary>
    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var incident = await access.FindAsync(request.Actor, request.Incident, cancellationToken);
        if (!incident.Ok)
        {
            return Answer(incident.Refusal);
        }

        var draft = await drafts.ReadAsync(request, incident.Value, cancellationToken);
        if (!draft.Ok)
        {
            return Answer(draft.Refusal);
        }

        // During the incident no one should have to think about words.
        var finding = incident.Value.Status == IncidentStatus.Resolved
            ? await hints.FindInAsync(draft.Value.Text, incident.Value, cancellationToken)
            : null;
        var isIdea = await items.CollectsIdeasOnlyAsync(incident.Value, cancellationToken);
        return NeedsForm(incident.Value, draft.Value) || (finding is not null && !isIdea)
            ? await OpenAsync(request, incident.Value, draft.Value, isIdea ? null : finding, cancellationToken)
            : await AddAsync(request, incident.Value, draft.Value, finding, cancellationToken);
    }

    /// <summary>During the incident a text is enough. Afterwards a form asks for whatever is missing.</summary>
    private static bool NeedsForm(Incident incident, ActionDraft draft) => incident.Status == IncidentStatus.Resolved
        ? draft.Owner is null || draft.DueDate is null || ActionLimits.NeedsMetric(incident.Severity)
        : draft.Text.Length == 0;

    private async Task<SlashCommandResponse> AddAsync(
        VerbRequest request, Incident incident, ActionDraft draft, FieldFinding? finding, CancellationToken cancellationToken)
    {
        var added = await items.AddAsync(new NewItem(incident, draft, request.Actor, new FormKey(incident.Number)), cancellationToken);
        return added.Ok
            ? SlashCommandResponse.Ephemeral(Mrkdwn.Join("\n", added.Value.Sentence, hints.Of(finding, draft.DueDate)))
            : Answer(added.Refusal);
    }

    private async Task<SlashCommandResponse> OpenAsync(
        VerbRequest request, Incident incident, ActionDraft draft, FieldFinding? finding, CancellationToken cancellationToken)
    {
        var form = await forms.NewAsync(new FormKey(incident.Number), incident, draft, request.Actor, cancellationToken);
        return await forms.AnswerAsync(request.Command, finding is null ? form : ReviewedForm.Of(form, finding), cancellationToken);
    }

    private static SlashCommandResponse Answer(Refusal refusal) => SlashCommandResponse.Ephemeral(Mrkdwn.Escape(refusal.Sentence));
}
