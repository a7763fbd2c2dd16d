using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare;

/// <summary>Records an incident that is over: its own times, and what made it worth recording.</summary>
internal static class ReportModal
{
    public const string CallbackId = "report";

    /// <summary>It is still going on: the form becomes the one of a declaration.</summary>
    public const string Declare = "report_declare";

    private const string Channel = "channel";

    internal static class Blocks
    {
        public const string EndedAt = "ended_at";
        public const string Sentence = "sentence";
        public const string Triggers = "triggers";
    }

    public static Modal Render(string title, string channel) => new("Record past incident")
    {
        CallbackId = CallbackId,
        PrivateMetadata = channel,
        Submit = "Record",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw("For what is over already: nobody is called. The time for its post-mortem starts now.")),
            new ActionsBlock(new Button(Declare, "It is still going on: declare it")) { BlockId = Declare },
            IncidentFields.Title("What was wrong?", title),
            IncidentFields.HowBad("How bad was it?"),
            new InputBlock(IncidentFields.Blocks.StartedAt, "When did it start?", new DateTimePicker("value")),
            new InputBlock(Blocks.EndedAt, "When did it end for users?", new DateTimePicker("value")),
            new InputBlock(Blocks.Sentence, "What happened, in one sentence?", new PlainTextInput("value")
            {
                MaxLength = Incident.SentenceLimit,
                Placeholder = "The connection pool ran out after the 09:10 release",
            })
            { Optional = true },
            IncidentFields.WhatUsersSee("What did users see?"),
            new InputBlock(Blocks.Triggers, "Which of these are true?", new Checkboxes("value")
            {
                Options = [.. TriggerQuestion.All.Select(question => new Option(question.Text, question.Trigger.ToString()))],
            })
            { Optional = true, Hint = "Any of them makes the post-mortem worth its while." },
            IncidentFields.Lead("Who led?"),
            IncidentFields.Service(),
            IncidentFields.Special(
                new Option("A channel of its own", Channel) { Description = "Else it is talked about in the thread of its headline" },
                IncidentFields.PrivateOption("Nothing in the announcement channel; seen by you and its lead only")),
        ],
    };

    /// <summary>What was typed; the rules decide whether it will do.</summary>
    public static Declaration Read(ViewState state) => IncidentFields.Read(state) with
    {
        IsReport = true,
        WantsChannel = state.Checked(IncidentFields.Blocks.Special, Channel),
        EndedAt = state.DateTime(Blocks.EndedAt),
        Sentence = state.Text(Blocks.Sentence),
        Triggers = state.SelectedOptions(Blocks.Triggers)
            .Aggregate(PostMortemTriggers.None, (ticked, value) => ticked | (Enum.TryParse<PostMortemTriggers>(value, out var one) ? one : default)),
    };
}
