using IncidentBot.Features.Meetings.Preparation;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;

namespace IncidentBot;

/// <content>What people are asked before the meeting.</content>
internal static partial class SlackRoutes
{
    private static SlackRouteTable Preparation(this SlackRouteTable routes) => routes
        .Form<OpenAsk>(PostMortemActions.AskPeople, "open the form that asks people before the meeting")
        .Submission<AskBeforeMeeting>(AskModal.CallbackId, "ask people before the meeting")
        .Form<OpenQuestions>(PostMortemActions.AnswerQuestions, "open the form that answers the questions")
        .Submission<SaveAnswer>(AnswerModal.CallbackId, "answer the questions before the meeting")
        .Action<RatherTalk>(PostMortemActions.RatherTalk, "talk about it at the meeting instead of answering")
        .Form<ReadAnswers>(PostMortemActions.ReadAnswers, "read what people answered before the meeting")
        .Action<QuoteAnswer>(PostMortemActions.QuoteAnswer, "quote an answer in the timeline");
}
