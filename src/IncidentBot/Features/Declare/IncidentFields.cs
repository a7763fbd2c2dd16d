using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare;

/// <summary>The fields that declaring an incident and recording a past one have in common, under the same block ids.</summary>
internal static class IncidentFields
{
    internal static class Blocks
    {
        public const string Title = "title";
        public const string Severity = "severity";
        public const string WhatUsersSee = "what_users_see";
        public const string Type = "type";
        public const string Lead = "lead";
        public const string StartedAt = "started_at";
        public const string CouldHaveBeen = "could_have_been";
        public const string Options = "private";
    }

    public const string Private = "private";

    public static InputBlock Title(string label, string title) => new(Blocks.Title, label, new PlainTextInput("value")
    {
        InitialValue = SlackText.Truncate(title, Incident.TitleLimit),
        MaxLength = Incident.TitleLimit,
        Placeholder = "Checkout returns errors",
        FocusOnLoad = true,
    });

    public static InputBlock HowBad(string label) => new(Blocks.Severity, label, new RadioButtons("value")
    {
        Options = SeverityOption.All,
        InitialOption = SeverityOption.Of(Severity.Sev2),
    });

    public static InputBlock WhatUsersSee(string label) => new(Blocks.WhatUsersSee, label, new PlainTextInput("value")
    {
        MaxLength = Incident.WhatUsersSeeLimit,
        Placeholder = "Payments fail with “try again later”",
    })
    { Optional = true };

    public static InputBlock Type() => new(Blocks.Type, IncidentWords.TypeLabel, new StaticSelect("value")
    {
        Options = [.. Enum.GetValues<IncidentType>().Select(type => new Option(type.ToString(), type.ToString()))],
    })
    { Optional = true };

    public static InputBlock Lead(string label) => new(Blocks.Lead, label, new UsersSelect("value")) { Optional = true };

    public static InputBlock CouldHaveBeen() => new(Blocks.CouldHaveBeen, IncidentWords.CouldHaveBeenLabel, new StaticSelect("value")
    {
        Options = SeverityOption.All,
    })
    { Optional = true };

    /// <summary>"Private" stays ticked when someone switches between the forms.</summary>
    public static InputBlock Options(bool isPrivate, params IReadOnlyList<Option> options) =>
        new(Blocks.Options, "Options", new Checkboxes("value")
        {
            Options = options,
            InitialOptions = [.. options.Where(option => isPrivate && option.Value == Private)],
        })
        { Optional = true };

    public static Option PrivateOption(string description) => new("Private", Private) { Description = description };

    /// <summary>The typed values; the domain checks them.</summary>
    public static Declaration Read(ViewState state) => new(state.Text(Blocks.Title), ReadSeverity(state, Blocks.Severity) ?? Severity.Sev2)
    {
        WhatUsersSee = state.Text(Blocks.WhatUsersSee),
        Service = ServiceField.Read(state),
        Type = Enum.TryParse<IncidentType>(state.SelectedOption(Blocks.Type), ignoreCase: true, out var type) ? type : null,
        Lead = state.SelectedUser(Blocks.Lead) is { } lead ? new Domain.PersonId(lead) : null,
        StartedAt = state.DateTime(Blocks.StartedAt),
        CouldHaveBeen = ReadSeverity(state, Blocks.CouldHaveBeen),
        IsPrivate = state.Checked(Blocks.Options, Private),
    };

    private static Severity? ReadSeverity(ViewState state, string block) =>
        SeverityPolicy.Parse(state.SelectedOption(block)) is { Ok: true, Value: var severity } ? severity : null;
}
