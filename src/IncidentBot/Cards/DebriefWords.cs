using IncidentBot.Domain.Debriefs;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>The notes of a debrief as text, for the channel and later as a source for the post-mortem.</summary>
internal static class DebriefWords
{
    public const string WhatHappened = "What happened?";
    public const string ImmediateFix = "What is the immediate fix?";
    public const string NotToForget = "What should we remember?";

    /// <summary>A note with its author and time.</summary>
    public static Mrkdwn Note(DebriefNote note) =>
        Mrkdwn.Text($"{Mrkdwn.User(note.By.Value)}, {Mrkdwn.Date(note.At)}\n{Answers(note)}");

    /// <summary>The answers, each after its question.</summary>
    public static Mrkdwn Answers(DebriefNote note) => Mrkdwn.Join(
        "\n",
        Answer(WhatHappened, note.WhatHappened),
        Answer(ImmediateFix, note.ImmediateFix),
        Answer(NotToForget, note.NotToForget));

    private static Mrkdwn Answer(string question, string answer) =>
        answer.Length == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"*{question}* {Mrkdwn.Escape(answer, DebriefNote.AnswerLimit)}");
}
