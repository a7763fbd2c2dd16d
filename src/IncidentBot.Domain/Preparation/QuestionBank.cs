using IncidentBot.Domain.Board;

namespace IncidentBot.Domain.Preparation;

/// <summary>The questions that can be asked of one person before the meeting.</summary>
public static class QuestionBank
{
    /// <summary>How many questions a person gets at most; more would not be answered.</summary>
    public const int MostAsked = 3;

    /// <summary>All of them: about the moment first, then about what can be learned.</summary>
    public static IReadOnlyList<string> All { get; } = [.. PromptCards.Moment, .. PromptCards.Learning];

    /// <summary>The three that fit most incidents.</summary>
    public static IReadOnlyList<string> Usual { get; } =
        [PromptCards.Moment[0], PromptCards.Moment[2], PromptCards.Learning[3]];

    /// <summary>Why a choice of questions can't be asked; null when it can.</summary>
    /// <param name="chosen">The questions.</param>
    /// <param name="field">The field that the refusal is about.</param>
    public static Refusal? Check(IReadOnlyCollection<string> chosen, string field) => chosen.Count switch
    {
        0 => new Refusal("Choose at least one question.", field),
        > MostAsked => new Refusal("Choose at most three questions: people answer three.", field),
        _ when chosen.Any(question => !All.Contains(question)) => new Refusal("Choose questions from the list.", field),
        _ => null,
    };
}
