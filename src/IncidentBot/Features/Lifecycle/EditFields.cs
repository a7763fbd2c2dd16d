using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Forms;
using IncidentBot.Slack.Payloads;
using Blocks = IncidentBot.Features.Lifecycle.EditModal.Blocks;
using Choices = IncidentBot.Features.Lifecycle.EditModal.Choices;

namespace IncidentBot.Features.Lifecycle;

/// <summary>What someone changed in the form, and who changed a field last.</summary>
internal static class EditFields
{
    /// <summary>Only the fields that the person changed, so that others' changes are kept.</summary>
    public static IReadOnlyList<FieldEdit> Read(ViewInfo view) =>
        [.. Basics(view).Concat(Classification(view)).Where(edit => view.IsEdited(edit.Block)), .. Times(view)];

    /// <summary>The chosen lead; stepping down uses the button on the card, not an empty field.</summary>
    public static PersonId? ReadLead(ViewInfo view) =>
        view.IsEdited(Blocks.Lead) ? ReadPerson(view.State, Blocks.Lead) : null;

    /// <summary>Whether the incident should be private; null when the person didn't touch the options.</summary>
    public static bool? ReadPrivate(ViewInfo view) =>
        view.IsEdited(Blocks.Options) ? view.State.Checked(Blocks.Options, Choices.Private) : null;

    /// <summary>The last change of a field.</summary>
    public static IncidentChange? LastChangeOf(Incident incident, string block)
    {
        ChangedFact[] facts = block switch
        {
            Blocks.Severity => [ChangedFact.Severity],
            Blocks.Status => [ChangedFact.Status],
            Blocks.Title => [ChangedFact.Title],
            Blocks.WhatUsersSee => [ChangedFact.WhatUsersSee],
            Blocks.Lead => [ChangedFact.Role],
            Blocks.Service => [ChangedFact.Service],
            Blocks.Type => [ChangedFact.Type],
            Blocks.DiagnosedIt => [ChangedFact.DiagnosedIt],
            Blocks.ShippedTheChange => [ChangedFact.ShippedTheChange],
            Blocks.StartedAt => [ChangedFact.Start],
            Blocks.EndedAt => [ChangedFact.End],
            Blocks.Kind => [ChangedFact.Kind],
            Blocks.CouldHaveBeen => [ChangedFact.CouldHaveBeen],
            Blocks.Triggers => [ChangedFact.Triggers],
            Blocks.Options => [ChangedFact.Drill, ChangedFact.Private],
            _ => [ChangedFact.AffectedTeam],
        };
        return incident.History.LastOrDefault(change => facts.Contains(change.Fact)
            && (change.Fact != ChangedFact.Role || change.Detail == RoleDescription.For(IncidentRole.Lead).Word));
    }

    private static IEnumerable<FieldEdit> Basics(ViewInfo view)
    {
        var state = view.State;
        return
        [
            FieldEdit.OfSeverity(Blocks.Severity, state),
            FieldEdit.OfStatus(Blocks.Status, state),
            new(Blocks.Title, (incident, by, now) => incident.Rename(state.Text(Blocks.Title), by, now)),
            new(Blocks.WhatUsersSee, (incident, by, now) => incident.ChangeWhatUsersSee(state.Text(Blocks.WhatUsersSee), by, now)),
            new(Blocks.Lead, (incident, by, now) => ReadLead(view) is { } lead
                ? incident.Assign(IncidentRole.Lead, lead, by, now)
                : Result.Accepted),
            new(Blocks.Service, (incident, by, now) => incident.ChangeService(ServiceField.Read(state), by, now)),
            new(Blocks.Type, (incident, by, now) => incident.ChangeType(
                Enum.TryParse<IncidentType>(state.SelectedOption(Blocks.Type), out var type) ? type : null, by, now)),
            new(Blocks.DiagnosedIt, (incident, by, now) => incident.ChangeDiagnosedIt(ReadPerson(state, Blocks.DiagnosedIt), by, now)),
            new(
                Blocks.ShippedTheChange,
                (incident, by, now) => incident.ChangeShippedTheChange(ReadPerson(state, Blocks.ShippedTheChange), by, now)),
            new(Blocks.AffectedTeam, (incident, by, now) => incident.ChangeAffectedTeam(state.Text(Blocks.AffectedTeam), by, now)),
        ];
    }

    private static IEnumerable<FieldEdit> Classification(ViewInfo view)
    {
        var state = view.State;
        return
        [
            new(Blocks.Kind, (incident, by, now) => Enum.TryParse<IncidentKind>(state.SelectedOption(Blocks.Kind), out var kind)
                ? incident.ChangeKind(kind, by, now)
                : Result.Accepted),
            new(Blocks.CouldHaveBeen, (incident, by, now) => incident.ChangeCouldHaveBeen(
                SeverityPolicy.Parse(state.SelectedOption(Blocks.CouldHaveBeen)) is { Ok: true, Value: var severity } ? severity : null,
                by,
                now)),
            new(Blocks.Triggers, (incident, by, now) => incident.ChangeTriggers(TriggersField.Read(state), by, now)),
            new(Blocks.Options, (incident, by, now) =>
                incident.ChangeDrill(state.Checked(Blocks.Options, Choices.Drill), by, now) is { Ok: false } refused
                    ? refused
                    : incident.ChangePrivate(state.Checked(Blocks.Options, Choices.Private), by, now)),
        ];
    }

    /// <summary>Start and end are one change: each may move past the other's old value.</summary>
    private static IEnumerable<FieldEdit> Times(ViewInfo view)
    {
        var start = view.IsEdited(Blocks.StartedAt) ? view.State.DateTime(Blocks.StartedAt) : null;
        var end = view.IsEdited(Blocks.EndedAt) ? view.State.DateTime(Blocks.EndedAt) : null;
        if (start is not null || end is not null)
        {
            yield return new FieldEdit(Blocks.StartedAt, (incident, by, now) => incident.ChangeTimes(start, end, by, now));
        }
    }

    private static PersonId? ReadPerson(ViewState state, string block) => state.SelectedUser(block) is { } id ? new PersonId(id) : null;
}
