using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Everything about an incident that can be edited, at any time unless it is cancelled.</summary>
internal static class EditModal
{
    public const string CallbackId = "incident_edit";

    internal static class Blocks
    {
        public const string Title = "title";
        public const string Severity = "severity";
        public const string Status = "status";
        public const string WhatUsersSee = "what_users_see";
        public const string Service = ServiceField.Block;
        public const string Type = "type";
        public const string Lead = "lead";
        public const string DiagnosedIt = "diagnosed_it";
        public const string ShippedTheChange = "shipped_the_change";
        public const string AffectedTeam = "affected_team";
        public const string StartedAt = "started_at";
        public const string EndedAt = "ended_at";
        public const string Kind = "kind";
        public const string CouldHaveBeen = "could_have_been";
        public const string Triggers = TriggersField.Block;
        public const string Options = "options";
    }

    internal static class Choices
    {
        public const string Drill = "drill";
        public const string Private = "private";
    }

    public static Modal Render(Incident incident) => new($"Edit incident {incident.Number}")
    {
        CallbackId = CallbackId,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new ActionsBlock(
                new Button(CardActions.EditMilestones, "Edit milestones") { Value = IncidentWords.Number(incident) },
                new Button(CardActions.IncidentHistory, HistoryModal.Label) { Value = IncidentWords.Number(incident) }),
            .. incident.IsOpen ? [WhileOpen(IncidentWords.Number(incident))] : Array.Empty<Block>(),
            IncidentSelects.Severity(Blocks.Severity, incident),
            .. incident.IsOpen ? [IncidentSelects.Status(Blocks.Status, incident)] : Array.Empty<Block>(),
            Line(Blocks.Title, "Title", incident.Title, Incident.TitleLimit, isOptional: false),
            Line(Blocks.WhatUsersSee, IncidentWords.UsersSeeLabel, incident.WhatUsersSee, Incident.WhatUsersSeeLimit),
            Person(Blocks.Lead, "Lead", incident.Lead),
            ServiceField.Render(incident.Service),
            Select(
                Blocks.Type,
                IncidentWords.TypeLabel,
                Enum.GetValues<IncidentType>().Select(Option),
                incident.Type is { } type ? Option(type) : null),
            Person(Blocks.DiagnosedIt, "Who diagnosed it?", incident.DiagnosedIt),
            Person(Blocks.ShippedTheChange, "Who shipped the change?", incident.ShippedTheChange),
            Line(Blocks.AffectedTeam, "Which other team was affected?", incident.AffectedTeam, Incident.NameLimit),
            .. Times(incident),
            .. Classification(incident),
        ],
    };

    private static ActionsBlock WhileOpen(string number) => new(
        new Button(CardActions.HandOver, "Hand over lead…") { Value = number },
        new Button(CardActions.CancelIncident, "Cancel incident…") { Value = number },
        new Button(CardActions.MarkDuplicate, "Mark as duplicate…") { Value = number });

    private static IEnumerable<Block> Times(Incident incident)
    {
        yield return Time(Blocks.StartedAt, IncidentWords.StartLabel, incident.StartedAt);
        if (incident.Status == IncidentStatus.Resolved)
        {
            yield return Time(Blocks.EndedAt, IncidentWords.EndLabel, incident.EndedAt);
        }
    }

    private static IEnumerable<Block> Classification(Incident incident)
    {
        yield return Select(Blocks.Kind, "Kind", Enum.GetValues<IncidentKind>().Select(Option), Option(incident.Kind));
        yield return Select(
            Blocks.CouldHaveBeen,
            IncidentWords.CouldHaveBeenLabel,
            SeverityOption.All,
            incident.CouldHaveBeen is { } severity ? SeverityOption.Of(severity) : null);
        yield return TriggersField.Render(incident.Triggers);
        yield return new InputBlock(Blocks.Options, "Options", new Checkboxes("value")
        {
            Options = [DrillOption, PrivateOption],
            InitialOptions = [
                .. incident.IsDrill ? [DrillOption] : Array.Empty<Option>(),
                .. incident.IsPrivate ? [PrivateOption] : Array.Empty<Option>(),
            ],
        })
        { Optional = true };
    }

    private static Option DrillOption => new("Drill", Choices.Drill) { Description = IncidentWords.DrillHint };

    private static Option PrivateOption =>
        new("Private", Choices.Private) { Description = "Not announced; only members of the channel see it" };

    private static InputBlock Line(string block, string label, string? value, int limit, bool isOptional = true) =>
        new(block, label, new PlainTextInput("value") { InitialValue = value, MaxLength = limit }) { Optional = isOptional };

    private static InputBlock Time(string block, string label, DateTimeOffset? at) =>
        new(block, label, new DateTimePicker("value") { InitialDateTime = at }) { Optional = at is null };

    private static InputBlock Person(string block, string label, PersonId? person) =>
        new(block, label, new UsersSelect("value") { InitialUser = person?.Value }) { Optional = true };

    private static InputBlock Select(string block, string label, IEnumerable<Option> options, Option? initial) =>
        new(block, label, new StaticSelect("value") { Options = [.. options], InitialOption = initial })
        {
            Optional = block is Blocks.Type or Blocks.CouldHaveBeen,
        };

    private static Option Option(IncidentKind kind) => new(KindWords.For(kind), kind.ToString());

    private static Option Option(IncidentType type) => new(type.ToString(), type.ToString());
}
