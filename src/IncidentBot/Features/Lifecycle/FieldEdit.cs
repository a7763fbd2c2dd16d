using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>One changed field and its effect on the incident.</summary>
internal sealed record FieldEdit(string Block, Func<Incident, PersonId, DateTimeOffset, Result> Apply)
{
    public static FieldEdit OfSeverity(string block, ViewState state) => new(
        block,
        (incident, by, now) => SeverityPolicy.Parse(state.SelectedOption(block)) is var severity && severity.Ok
            ? incident.ChangeSeverity(severity.Value, by, now)
            : severity.Refusal!);

    public static FieldEdit OfStatus(string block, ViewState state) => new(
        block,
        (incident, by, now) => StatusLabel.Parse(state.SelectedOption(block)) is var status && status.Ok
            ? incident.ChangeStatus(status.Value, by, now)
            : status.Refusal!);

    /// <summary>Applies the edits in this order. The first refusal stops them and is shown beside its field.</summary>
    public static Result ApplyAll(IReadOnlyList<FieldEdit> edits, Incident incident, PersonId actor, DateTimeOffset now)
    {
        foreach (var edit in edits)
        {
            if (edit.Apply(incident, actor, now) is { Refusal: { } refusal })
            {
                // Start and end are one edit of two fields.
                return refusal.Field is EditModal.Blocks.EndedAt ? refusal : refusal with { Field = edit.Block };
            }
        }

        return Result.Accepted;
    }
}
