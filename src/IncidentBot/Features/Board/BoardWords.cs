using IncidentBot.Domain.Board;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board;

/// <summary>The board's own sentences.</summary>
internal static class BoardWords
{
    /// <summary>What everybody reads when somebody pressed the button; who did is nowhere.</summary>
    public static Mrkdwn BlameIsCreepingIn { get; } = Mrkdwn.Text(
        $":rotating_light: *Somebody here feels that blame is creeping in.* Let us go back to the system.\n> {PhaseGuide.Redirect}");

    /// <summary>"3 of 7, Timeline".</summary>
    public static Mrkdwn Place(MeetingBoard board) =>
        Mrkdwn.Text($"{board.Profile.IndexOf(board.Visit.Phase) + 1} of {board.Profile.Phases.Count}, {board.Phase.Name}");

    /// <summary>Which phase, its question, until when, and what it is to produce.</summary>
    public static Mrkdwn Phase(MeetingBoard board)
    {
        var guide = PhaseGuide.Of(board.Visit.Phase);
        return Mrkdwn.Join(
            "\n",
            Mrkdwn.Text($"*{Place(board)}* · {Until(board)}"),
            Mrkdwn.Text($"*{guide.Question}*"),
            Mrkdwn.Text($"_We go on when there is {guide.Produces}._"));
    }

    /// <summary>How much time the meeting took, phase by phase: planned and real.</summary>
    public static Mrkdwn Minutes(MeetingBoard board, DateTimeOffset now) => Mrkdwn.Join(
        "\n",
        board.Profile.Phases.Select(phase => board.Visits.Any(visit => visit.Phase == phase.Kind)
            ? Mrkdwn.Text($"{phase.Name}: *{Rounded(board.Spent(phase.Kind, now))}* of {IncidentDuration.Format(phase.Length)}")
            : Mrkdwn.Text($"{phase.Name}: left out")));

    /// <summary>A stay of seconds counts as a minute, so that nothing lasts no time.</summary>
    public static string Rounded(TimeSpan spent) => IncidentDuration.Format(TimeSpan.FromMinutes(Math.Max(1, Math.Round(spent.TotalMinutes))));

    /// <summary>Who drives, who is here, which agenda.</summary>
    public static Mrkdwn Crew(MeetingBoard board) => Mrkdwn.Join(
        " · ",
        Mrkdwn.Text($"{Mrkdwn.User(board.Driver.Value)} drives"),
        Mrkdwn.Text($"here: {Mrkdwn.Join(", ", board.Present.Select(person => Mrkdwn.User(person.Value)))}"),
        Mrkdwn.Text($"agenda: {board.Profile.Name}"));

    private static Mrkdwn Until(MeetingBoard board)
    {
        var end = Mrkdwn.Date(board.Visit.EndsAt, board.Profile.IsAsync ? "{date_short_pretty} {time}" : "{time}");
        return board.Visit.Told switch
        {
            TimerWord.TimeIsUp => Mrkdwn.Text($":alarm_clock: planned until {end}; go on when you are ready"),
            TimerWord.SoonOver => Mrkdwn.Text($":hourglass_flowing_sand: two minutes left, until {end}"),
            _ => Mrkdwn.Text($"until {end}"),
        };
    }
}
