using IncidentBot.Domain.Board;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board;

/// <summary>The board's own sentences.</summary>
internal static class BoardWords
{
    /// <summary>What everyone reads after someone raised blame. The sentence never says who.</summary>
    public static Mrkdwn BlameIsCreepingIn { get; } = Mrkdwn.Text(
        $":rotating_light: *Someone feels that blame is creeping in.* Let's go back to the system.\n> {PhaseGuide.Redirect}");

    /// <summary>"3 of 7, Timeline".</summary>
    public static Mrkdwn Place(MeetingBoard board) =>
        Mrkdwn.Text($"{board.Profile.IndexOf(board.CurrentRun.Phase) + 1} of {board.Profile.Phases.Count}, {board.Phase.Name}");

    /// <summary>The phase, its question, until when it is planned, and when it is done.</summary>
    public static Mrkdwn Phase(MeetingBoard board)
    {
        var guide = PhaseGuide.Of(board.CurrentRun.Phase);
        return Mrkdwn.Join(
            "\n",
            Mrkdwn.Text($"*{Place(board)}* · {Until(board)}"),
            Mrkdwn.Text($"*{guide.Question}*"),
            Mrkdwn.Text($"_Done when: {guide.DoneWhen}._"));
    }

    /// <summary>How long each phase took, beside its planned length.</summary>
    public static Mrkdwn Minutes(MeetingBoard board, DateTimeOffset now) => Mrkdwn.Join(
        "\n",
        board.Profile.Phases.Select(phase => board.Runs.Any(run => run.Phase == phase.Kind)
            ? Mrkdwn.Text($"{phase.Name}: *{Rounded(board.Spent(phase.Kind, now))}* of {IncidentDuration.Format(phase.Length)}")
            : Mrkdwn.Text($"{phase.Name}: skipped")));

    /// <summary>At least one minute, so that a phase of a few seconds doesn't show as zero.</summary>
    public static string Rounded(TimeSpan spent) =>
        IncidentDuration.Format(TimeSpan.FromMinutes(Math.Max(1, Math.Round(spent.TotalMinutes))));

    /// <summary>Who said that they are here.</summary>
    public static Mrkdwn Present(MeetingBoard board) =>
        Mrkdwn.Text($"Here: {Mrkdwn.Join(", ", board.Present.Select(person => Mrkdwn.User(person.Value)))}");

    /// <summary>Whose buttons the last rows of the board are, and the agenda that they lead through.</summary>
    public static Mrkdwn ForFacilitator(MeetingBoard board) =>
        Mrkdwn.Text($"*For the facilitator*, {Mrkdwn.User(board.RunBy.Value)} · agenda: {board.Profile.Name}");

    private static Mrkdwn Until(MeetingBoard board)
    {
        var end = Mrkdwn.Date(board.CurrentRun.EndsAt, board.Profile.IsAsync ? "{date_short_pretty} {time}" : "{time}");
        return board.CurrentRun.TimerShown switch
        {
            TimerState.TimeIsUp => Mrkdwn.Text($":alarm_clock: time is up (planned until {end}); move on when you're ready"),
            TimerState.EndingSoon => Mrkdwn.Text($":hourglass_flowing_sand: two minutes left, until {end}"),
            _ => Mrkdwn.Text($"until {end}"),
        };
    }
}
