using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

/// <summary>Something that a person was asked and has not answered.</summary>
/// <param name="Since">Since when it waits, UTC.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Answers">The buttons that answer it, the same as where it was asked.</param>
internal sealed record OpenQuestion(DateTimeOffset Since, Mrkdwn Text, ActionsBlock Answers);

/// <summary>Finds what people were asked; each feature that asks people brings its own questions.</summary>
internal interface IOpenQuestions
{
    /// <summary>More than so many of one kind are never read; the others follow once these are answered.</summary>
    const int Most = 50;

    Task<IReadOnlyList<OpenQuestion>> OfAsync(Person reader, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>What waits for a person's answer: the first ten on the home tab, all of it in a modal.</summary>
internal sealed class OpenQuestions(IEnumerable<IOpenQuestions> sources)
{
    public const string Heading = "Waiting for your answer";

    private const int MostInModal = 45;

    public async Task<IReadOnlyList<OpenQuestion>> OfAsync(Person reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var questions = new List<OpenQuestion>();
        foreach (var source in sources)
        {
            questions.AddRange(await source.OfAsync(reader, now, cancellationToken));
        }

        return [.. questions.OrderBy(question => question.Since)];
    }

    public static IEnumerable<Block> Render(IEnumerable<OpenQuestion> questions) =>
        questions.SelectMany(question => new Block[] { new SectionBlock(question.Text), question.Answers });

    public static Modal Modal(IReadOnlyList<OpenQuestion> questions) => new("Waiting for you")
    {
        Close = "Close",
        Blocks =
        [
            new ContextBlock(questions.Count switch
            {
                0 => Mrkdwn.Raw("Nothing waits for your answer."),
                > MostInModal => Mrkdwn.Text($"The oldest {MostInModal} of {questions.Count}. The others follow when these are answered."),
                _ => Mrkdwn.Text($"{IncidentWords.Count(questions.Count, "question", "questions")}, the oldest first."),
            }),
            .. Render(questions.Take(MostInModal)),
        ],
    };
}
