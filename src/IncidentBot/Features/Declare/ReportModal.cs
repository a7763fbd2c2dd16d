using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare;

/// <summary>Records an incident that is over, with its own times.</summary>
internal static class ReportModal
{
    public const string CallbackId = "report";

    /// <summary>The incident is still ongoing; switches to the declare form.</summary>
    public const string Declare = "report_declare";

    private const string Channel = "channel";

    internal static class Blocks
    {
        public const string EndedAt = "ended_at";
        public const string Sentence = "sentence";
    }

    public static Modal Render(string title, string channel, bool isPrivate = false) => new("Record past incident")
    {
        CallbackId = CallbackId,
        PrivateMetadata = channel,
        Submit = "Record",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw("For an incident that is over. No one is paged; the post-mortem deadline counts from now.")),
            new ActionsBlock(new Button(Declare, "Declare ongoing incident")) { BlockId = Declare },
            IncidentFields.Title("What was wrong?", title),
            IncidentFields.HowBad("How bad was it?"),
            new InputBlock(IncidentFields.Blocks.StartedAt, IncidentWords.StartLabel, new DateTimePicker("value")),
            new InputBlock(Blocks.EndedAt, IncidentWords.EndLabel, new DateTimePicker("value")),
            new InputBlock(Blocks.Sentence, IncidentWords.ResolutionLabel, new PlainTextInput("value")
            {
                MaxLength = Incident.SentenceLimit,
                Placeholder = IncidentWords.ResolutionExample,
            })
            { Optional = true },
            IncidentFields.WhatUsersSee("What did users see?"),
            TriggersField.Render(),
            IncidentFields.Lead("Who led?"),
            ServiceField.Render(),
            IncidentFields.Options(
                isPrivate,
                new Option("Own channel", Channel) { Description = "Otherwise, messages go to the headline's thread" },
                IncidentFields.PrivateOption("Not announced; only you and the lead can see it")),
        ],
    };

    /// <summary>The typed values; the domain checks them.</summary>
    public static Declaration Read(ViewState state) => IncidentFields.Read(state) with
    {
        IsReport = true,
        WantsChannel = state.Checked(IncidentFields.Blocks.Options, Channel),
        EndedAt = state.DateTime(Blocks.EndedAt),
        Sentence = state.Text(Blocks.Sentence),
        Triggers = TriggersField.Read(state),
    };
}
