namespace IncidentBot.Domain.Board;

/// <content>
/// Moving through the agenda. Every move names the step that its button was shown with. If someone else was faster, the board
/// has already moved and the second press changes nothing.
/// </content>
public sealed partial class MeetingBoard
{
    /// <summary>What "+5" adds.</summary>
    public static TimeSpan Extension { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Goes to the next phase of the agenda.</summary>
    /// <param name="step">The <see cref="Step"/> that the button was shown with.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Whether the meeting moved; false when it had moved already, is over, or is in the last phase.</returns>
    public bool Next(int step, DateTimeOffset now) => !IsInLastPhase && Move(step, 1, now);

    /// <summary>Goes back to the phase before.</summary>
    /// <param name="step">The <see cref="Step"/> that the button was shown with.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Whether the meeting moved; false when it had moved already, is over, or is in the first phase.</returns>
    public bool Back(int step, DateTimeOffset now) => Profile.IndexOf(CurrentRun.Phase) > 0 && Move(step, -1, now);

    /// <summary>
    /// Gives the phase five minutes more, or a day in a meeting in writing: from its planned end or, if that has passed, from now.
    /// </summary>
    /// <param name="shownEnd">The end that the button was shown with, so that two presses on the same card add once.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Whether the end moved.</returns>
    public bool Extend(DateTimeOffset shownEnd, DateTimeOffset now)
    {
        if (FinishedAt is not null || CurrentRun.EndsAt.ToUnixTimeSeconds() != shownEnd.ToUnixTimeSeconds())
        {
            return false;
        }

        var from = CurrentRun.EndsAt > now ? CurrentRun.EndsAt : now.ToUniversalTime();
        _runs[^1] = CurrentRun with
        {
            EndsAt = from + (Profile.IsAsync ? TimeSpan.FromDays(1) : Extension),
            TimerShown = TimerState.Running,
        };
        Version++;
        return true;
    }

    /// <summary>Ends the meeting from its last phase.</summary>
    /// <param name="step">The <see cref="Step"/> that the button was shown with.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Whether it ended now.</returns>
    public bool Finish(int step, DateTimeOffset now)
    {
        if (FinishedAt is not null || step != Step || !IsInLastPhase)
        {
            return false;
        }

        Leave(now);
        FinishedAt = now.ToUniversalTime();
        Version++;
        return true;
    }

    /// <summary>Resumes the meeting in the phase where it ended.</summary>
    /// <param name="by">Who resumed it, and runs it from now on.</param>
    /// <param name="now">UTC.</param>
    public void Resume(PersonId by, DateTimeOffset now)
    {
        if (FinishedAt is not null)
        {
            FinishedAt = null;
            Enter(Phase, now);
            TakeOver(by);
        }
    }

    /// <summary>Shows the next prompt card.</summary>
    /// <param name="shown">The <see cref="Prompt"/> that the button was shown with.</param>
    /// <returns>Whether the card changed.</returns>
    public bool NextPrompt(int shown)
    {
        if (shown != Prompt || FinishedAt is not null)
        {
            return false;
        }

        Prompt++;
        Version++;
        return true;
    }

    /// <summary>Goes to an entry of the timeline. Two presses on the same card ask for the same entry.</summary>
    /// <param name="line">0 first.</param>
    public void GoToEntry(int line)
    {
        if (line >= 0 && line != Line && FinishedAt is null)
        {
            Line = line;
            Version++;
        }
    }

    /// <summary>Counts a press of "Blame is creeping in" for the current phase, without who pressed the button.</summary>
    public void RaiseBlame()
    {
        if (FinishedAt is null)
        {
            _runs[^1] = CurrentRun with { BlameRaised = CurrentRun.BlameRaised + 1 };
            Version++;
        }
    }

    /// <summary>Updates the soft timer.</summary>
    /// <param name="now">UTC.</param>
    /// <returns>Whether the timer shows something new.</returns>
    public bool Tick(DateTimeOffset now)
    {
        if (FinishedAt is not null || CurrentRun.TimerAt(now) <= CurrentRun.TimerShown)
        {
            return false;
        }

        _runs[^1] = CurrentRun with { TimerShown = CurrentRun.TimerAt(now) };
        Version++;
        return true;
    }

    private bool Move(int step, int by, DateTimeOffset now)
    {
        if (FinishedAt is not null || step != Step)
        {
            return false;
        }

        var phase = Profile.Phases[Profile.IndexOf(CurrentRun.Phase) + by];
        Leave(now);
        Enter(phase, now);
        return true;
    }
}
