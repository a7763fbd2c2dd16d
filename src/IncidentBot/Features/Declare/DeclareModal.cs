using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.Declare;

/// <summary>What the modal shows besides what people type.</summary>
/// <param name="Title">Typed after the command, or the message that it was declared from.</param>
/// <param name="Open">The open incidents that the person may see, so that nobody declares twice.</param>
/// <param name="More">Whether the rarely needed fields are shown.</param>
internal sealed record DeclareForm(string Title, IReadOnlyList<OpenIncident> Open, bool More = false);

/// <summary>An open incident as the modal lists it.</summary>
internal sealed record OpenIncident(Incident Incident, IncidentChannel? Channel);

/// <summary>Three fields and a button for more; can be sent in ten seconds.</summary>
internal static class DeclareModal
{
    public const string CallbackId = "declare";
    public const string ShowMore = "declare_more";

    internal static class Blocks
    {
        public const string Title = "title";
        public const string Severity = "severity";
        public const string WhatUsersSee = "what_users_see";
        public const string Service = "service";
        public const string Type = "type";
        public const string Lead = "lead";
        public const string StartedAt = "started_at";
        public const string CouldHaveBeen = "could_have_been";
        public const string Private = "private";
    }

    public static Modal Render(DeclareForm form) => new("Declare an incident")
    {
        CallbackId = CallbackId,
        Submit = "Declare",
        Close = "Cancel",
        Blocks =
        [
            .. OpenIncidents(form.Open),
            new InputBlock(Blocks.Title, "What is wrong?", new PlainTextInput("value")
            {
                InitialValue = SlackText.Truncate(form.Title, Incident.TitleLimit),
                MaxLength = Incident.TitleLimit,
                Placeholder = "Checkout answers with errors",
                FocusOnLoad = true,
            }),
            new InputBlock(Blocks.Severity, "How bad is it?", new RadioButtons("value")
            {
                Options = [.. SeverityPolicy.All.Select(Severity)],
                InitialOption = Severity(SeverityPolicy.For(Domain.Severities.Severity.Sev2)),
            }),
            new InputBlock(Blocks.WhatUsersSee, "What do users see?", new PlainTextInput("value")
            {
                MaxLength = Incident.WhatUsersSeeLimit,
                Placeholder = "Payments fail with “try again later”",
            })
            { Optional = true },
            .. form.More ? MoreFields() : [new ActionsBlock(new Button(ShowMore, "More fields")) { BlockId = ShowMore }],
        ],
    };

    /// <summary>What was typed; the rules decide whether it will do.</summary>
    public static Declaration Read(ViewState state) => new(state.Text(Blocks.Title), ReadSeverity(state, Blocks.Severity) ?? Domain.Severities.Severity.Sev2)
    {
        WhatUsersSee = state.Text(Blocks.WhatUsersSee),
        Service = state.Text(Blocks.Service),
        Type = Enum.TryParse<IncidentType>(state.SelectedOption(Blocks.Type), ignoreCase: true, out var type) ? type : null,
        Lead = state.SelectedUser(Blocks.Lead) is { } lead ? new PersonId(lead) : null,
        StartedAt = state.DateTime(Blocks.StartedAt),
        CouldHaveBeen = ReadSeverity(state, Blocks.CouldHaveBeen),
        IsPrivate = state.Checked(Blocks.Private, "private"),
        IsDrill = state.Checked(Blocks.Private, "drill"),
    };

    private static Severity? ReadSeverity(ViewState state, string block) =>
        SeverityPolicy.Parse(state.SelectedOption(block)) is { Ok: true, Value: var severity } ? severity : null;

    private static Option Severity(SeverityPolicy policy) =>
        new(new PlainText($"{policy.Emoji} {policy.Word}"), policy.Word) { Description = new PlainText(policy.Criteria) };

    private static IEnumerable<Block> OpenIncidents(IReadOnlyList<OpenIncident> open)
    {
        if (open.Count > 0)
        {
            yield return new ContextBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw("*Open already:*"), .. open.Select(Line)]));
        }
    }

    private static Mrkdwn Line(OpenIncident open) =>
        Mrkdwn.Text($"{IncidentWords.Of(open.Incident.Severity)} {IncidentWords.Title(open.Incident)} · {IncidentWords.Channel(open.Channel)}");

    private static IEnumerable<Block> MoreFields()
    {
        yield return new InputBlock(Blocks.Service, "Service", new PlainTextInput("value") { MaxLength = Incident.NameLimit }) { Optional = true };
        yield return new InputBlock(Blocks.Type, "What set it off?", new StaticSelect("value")
        {
            Options = [.. Enum.GetValues<IncidentType>().Select(type => new Option(type.ToString(), type.ToString()))],
        })
        { Optional = true };
        yield return new InputBlock(Blocks.Lead, "Who leads?", new UsersSelect("value")) { Optional = true };
        yield return new InputBlock(Blocks.StartedAt, "When did it start?", new DateTimePicker("value"))
        {
            Optional = true,
            Hint = "Empty means now.",
        };
        yield return new InputBlock(Blocks.CouldHaveBeen, "How bad could it have been?", new StaticSelect("value")
        {
            Options = [.. SeverityPolicy.All.Select(Severity)],
        })
        { Optional = true };
        yield return new InputBlock(Blocks.Private, "Special", new Checkboxes("value")
        {
            Options =
            [
                new Option("Private", "private") { Description = "Private channel, nothing in the announcement channel" },
                new Option("Drill", "drill") { Description = "An exercise; counts in no metric" },
            ],
        })
        { Optional = true };
    }
}
