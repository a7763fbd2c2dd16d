using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Phrases;

namespace IncidentBot.Browser.Tests.Stories;

/// <summary>Everything a story may say. The first phrase that fits is played, so the longer ones stand first.</summary>
internal static class PhraseBook
{
    private static readonly Phrase[] Phrases =
    [
        new BecomeSomebody(),
        new OpenPlace(),
        new TypeCommand(),
        new WriteIntoField(),
        new WriteMessage(),
        new ReplyInThread(),
        new ReactToMessage(),
        new ChooseForField(),
        new ChooseOption(),
        new SetDate(),
        new SwitchDifficultyOn(),
        new PressInDifficulties(),
        new PressBeside(),
        new PressButton(),
        new PickFromMenu(),
        new MoveClockBy(),
        new MoveClockTo(),
        new SeeInThread(),
        new SeeInPlace(),
        new See(),
        new NobodyGetsMessage(),
    ];

    /// <summary>What to do for a clause.</summary>
    public static Func<Stage, Task> Find(string clause)
    {
        foreach (var phrase in Phrases)
        {
            if (phrase.Read(clause) is { } said)
            {
                return stage => phrase.PlayAsync(stage, said);
            }
        }

        throw new UnknownClauseException($"Nobody understands \"{clause}\".");
    }
}

/// <summary>A story says what cannot be played.</summary>
internal sealed class UnknownClauseException(string message) : Exception(message);
