using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Everything about an incident that can be edited.</summary>
internal static class EditModal
{
    public const string CallbackId = "incident_edit";

    internal static class Blocks
    {
        public const string Title = "title";
        public const string Severity = "severity";
        public const string Status = "status";
        public const string WhatUsersSee = "what_users_see";
        public const string Service = "service";
        public const string Type = "type";
        public const string Lead = "lead";
        public const string DiagnosedIt = "diagnosed_it";
        public const string ShippedTheChange = "shipped_the_change";
        public const string AffectedTeam = "affected_team";
    }

    public static Modal Render(Incident incident) => new($"Incident {incident.Number}")
    {
        CallbackId = CallbackId,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            IncidentSelects.Severity(Blocks.Severity, incident),
            .. incident.IsOpen ? [IncidentSelects.Status(Blocks.Status, incident)] : Array.Empty<Block>(),
            Line(Blocks.Title, "Title", incident.Title, Incident.TitleLimit, isOptional: false),
            Line(Blocks.WhatUsersSee, "What do users see?", incident.WhatUsersSee, Incident.WhatUsersSeeLimit),
            Person(Blocks.Lead, "Lead", incident.Lead),
            Line(Blocks.Service, "Service", incident.Service, Incident.NameLimit),
            Select(
                Blocks.Type,
                IncidentWords.TypeLabel,
                Enum.GetValues<IncidentType>().Select(Option),
                incident.Type is { } type ? Option(type) : null),
            Person(Blocks.DiagnosedIt, "Who diagnosed it?", incident.DiagnosedIt),
            Person(Blocks.ShippedTheChange, "Who shipped the change?", incident.ShippedTheChange),
            Line(Blocks.AffectedTeam, "Which other team was affected?", incident.AffectedTeam, Incident.NameLimit),
        ],
    };

    /// <summary>Only the fields that the person changed, so that others' changes are kept.</summary>
    public static IReadOnlyList<FieldEdit> Read(ViewInfo view)
    {
        var state = view.State;
        FieldEdit[] edits =
        [
            FieldEdit.OfSeverity(Blocks.Severity, state),
            FieldEdit.OfStatus(Blocks.Status, state),
            new(Blocks.Title, (incident, by, now) => incident.Rename(state.Text(Blocks.Title), by, now)),
            new(Blocks.WhatUsersSee, (incident, by, now) => incident.ChangeWhatUsersSee(state.Text(Blocks.WhatUsersSee), by, now)),
            new(Blocks.Lead, (incident, by, now) => ReadLead(view) is { } lead
                ? incident.Assign(IncidentRole.Lead, lead, by, now)
                : Result.Accepted),
            new(Blocks.Service, (incident, by, now) => incident.ChangeService(state.Text(Blocks.Service), by, now)),
            new(Blocks.Type, (incident, by, now) => incident.ChangeType(
                Enum.TryParse<IncidentType>(state.SelectedOption(Blocks.Type), out var type) ? type : null, by, now)),
            new(Blocks.DiagnosedIt, (incident, by, now) => incident.ChangeDiagnosedIt(ReadPerson(state, Blocks.DiagnosedIt), by, now)),
            new(
                Blocks.ShippedTheChange,
                (incident, by, now) => incident.ChangeShippedTheChange(ReadPerson(state, Blocks.ShippedTheChange), by, now)),
            new(Blocks.AffectedTeam, (incident, by, now) => incident.ChangeAffectedTeam(state.Text(Blocks.AffectedTeam), by, now)),
        ];
        return [.. edits.Where(edit => view.IsEdited(edit.Block))];
    }

    /// <summary>The chosen lead; stepping down uses the button on the card, not an empty field.</summary>
    public static PersonId? ReadLead(ViewInfo view) =>
        view.IsEdited(Blocks.Lead) ? ReadPerson(view.State, Blocks.Lead) : null;

    /// <summary>The last change of a field.</summary>
    public static IncidentChange? LastChangeOf(Incident incident, string block)
    {
        var fact = block switch
        {
            Blocks.Severity => ChangedFact.Severity,
            Blocks.Status => ChangedFact.Status,
            Blocks.Title => ChangedFact.Title,
            Blocks.WhatUsersSee => ChangedFact.WhatUsersSee,
            Blocks.Lead => ChangedFact.Role,
            Blocks.Service => ChangedFact.Service,
            Blocks.Type => ChangedFact.Type,
            Blocks.DiagnosedIt => ChangedFact.DiagnosedIt,
            Blocks.ShippedTheChange => ChangedFact.ShippedTheChange,
            _ => ChangedFact.AffectedTeam,
        };
        return incident.History.LastOrDefault(
            change => change.Fact == fact && (fact != ChangedFact.Role || change.Detail == RoleDescription.For(IncidentRole.Lead).Word));
    }

    private static PersonId? ReadPerson(ViewState state, string block) => state.SelectedUser(block) is { } id ? new PersonId(id) : null;

    private static InputBlock Line(string block, string label, string? value, int limit, bool isOptional = true) =>
        new(block, label, new PlainTextInput("value") { InitialValue = value, MaxLength = limit }) { Optional = isOptional };

    private static InputBlock Person(string block, string label, PersonId? person) =>
        new(block, label, new UsersSelect("value") { InitialUser = person?.Value }) { Optional = true };

    private static InputBlock Select(string block, string label, IEnumerable<Option> options, Option? initial) =>
        new(block, label, new StaticSelect("value") { Options = [.. options], InitialOption = initial })
        {
            Optional = block == Blocks.Type,
        };

    private static Option Option(IncidentType type) => new(type.ToString(), type.ToString());
}
