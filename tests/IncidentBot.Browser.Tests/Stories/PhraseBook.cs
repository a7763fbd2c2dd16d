using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Phrases;

namespace IncidentBot.Browser.Tests.Stories;

/// <summary>All phrases of the stories. The first match is played, so longer phrases come first.</summary>
internal static class PhraseBook
{
    private static readonly Phrase[] Phrases =
    [
        new SwitchPerson(),
        new OpenPlace(),
        new TypeCommand(),
        new WriteIntoField(),
        new WriteMessage(),
        new ReplyInThread(),
        new ReactToMessage(),
        new ChooseForField(),
        new ChooseOption(),
        new SetDate(),
        new SwitchFailureOn(),
        new PressInFailures(),
        new PressBeside(),
        new PressButton(),
        new PickFromMenu(),
        new MoveClockBy(),
        new MoveClockTo(),
        new SeeInThread(),
        new SeeInPlace(),
        new See(),
        new ExpectNoReminder(),
        new ExpectNoReminderTo(),
    ];

    /// <summary>Finds the action for a clause.</summary>
    public static Func<Stage, Task> Find(string clause)
    {
        foreach (var phrase in Phrases)
        {
            if (phrase.Read(clause) is { } parts)
            {
                return stage => phrase.PlayAsync(stage, parts);
            }
        }

        throw new UnknownClauseException($"No phrase matches \"{clause}\".");
    }
}

/// <summary>A story has a clause that no phrase matches.</summary>
internal sealed class UnknownClauseException(string message) : Exception(message);
