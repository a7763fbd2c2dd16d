using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Declare;

/// <summary>What the modal shows besides what people type.</summary>
/// <param name="Title">Typed after the command, or the message that it was declared from.</param>
/// <param name="Open">The open incidents that the person may see, so that no one declares twice.</param>
/// <param name="Channel">The channel of the command; empty when there was none.</param>
/// <param name="More">Whether the rarely needed fields are shown.</param>
/// <param name="IsPrivate">Whether "Private" was ticked in the form before this one.</param>
internal sealed record DeclareForm(
    string Title, IReadOnlyList<OpenIncident> Open, string Channel = "", bool More = false, bool IsPrivate = false)
{
    /// <summary>Earlier incidents with such a title, and what helped then.</summary>
    public IReadOnlyList<EarlierIncident> Earlier { get; init; } = [];
}

/// <summary>An open incident as the modal lists it.</summary>
internal sealed record OpenIncident(Incident Incident, IncidentChannel? Channel);

/// <summary>Three fields and a button for more, so that anyone can declare in ten seconds.</summary>
internal static class DeclareModal
{
    public const string CallbackId = "declare";
    public const string ShowMore = "declare_more";

    /// <summary>The incident is already over; switches to the report form.</summary>
    public const string Report = "declare_report";

    private const string Drill = "drill";
    private const string OnCall = "on_call";

    public static Modal Render(DeclareForm form) => new("Declare an incident")
    {
        CallbackId = CallbackId,
        PrivateMetadata = form.Channel,
        Submit = "Declare",
        Close = "Cancel",
        Blocks =
        [
            .. OpenIncidents(form.Open),
            IncidentFields.Title("What is wrong?", form.Title),
            IncidentFields.HowBad("How bad is it?"),
            IncidentFields.WhatUsersSee(IncidentWords.UsersSeeLabel),
            .. form.More ? MoreFields(form.IsPrivate) : [new ActionsBlock(new Button(ShowMore, "More fields")) { BlockId = ShowMore }],
            .. form.Earlier.Select(earlier => earlier.Block()),
        ],
    };

    /// <summary>The typed values; the domain checks them.</summary>
    public static Declaration Read(ViewState state) => IncidentFields.Read(state) with
    {
        IsDrill = state.Checked(IncidentFields.Blocks.Options, Drill),
    };

    /// <summary>Whether the on-call group is invited into a private incident, into which no one is invited automatically.</summary>
    public static bool InvitesOnCall(ViewState state) => state.Checked(IncidentFields.Blocks.Options, OnCall);

    private static IEnumerable<Block> OpenIncidents(IReadOnlyList<OpenIncident> open)
    {
        if (open.Count > 0)
        {
            yield return new ContextBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw("*Already open:*"), .. open.Select(Line)]));
        }
    }

    private static Mrkdwn Line(OpenIncident open) =>
        Mrkdwn.Text(
            $"{IncidentWords.Of(open.Incident.Severity)} {IncidentWords.Title(open.Incident)} · {IncidentWords.Channel(open.Channel)}");

    private static IEnumerable<Block> MoreFields(bool isPrivate)
    {
        yield return ServiceField.Render();
        yield return IncidentFields.Type();
        yield return IncidentFields.Lead("Who leads?") with { Hint = "Defaults to you." };
        yield return new InputBlock(IncidentFields.Blocks.StartedAt, IncidentWords.StartLabel, new DateTimePicker("value"))
        {
            Optional = true,
            Hint = "Defaults to now.",
        };
        yield return IncidentFields.CouldHaveBeen();
        yield return IncidentFields.Options(
            isPrivate,
            IncidentFields.PrivateOption("Private channel, not announced"),
            new Option("Invite the on-call group", OnCall) { Description = "If private; otherwise it's always invited" },
            new Option("Drill", Drill) { Description = IncidentWords.DrillHint });
        yield return new ActionsBlock(new Button(Report, "Record past incident")) { BlockId = Report };
    }
}
