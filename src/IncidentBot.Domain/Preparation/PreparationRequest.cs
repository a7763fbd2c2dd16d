using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.Preparation;

/// <summary>Where a request stands.</summary>
public enum PreparationState
{
    /// <summary>Not answered yet.</summary>
    Waiting = 1,

    /// <summary>Answered in writing.</summary>
    Answered = 2,

    /// <summary>The person prefers to speak at the meeting, which is an answer too.</summary>
    RatherTalk = 3,
}

/// <summary>
/// The questions that someone who was there is asked before the meeting, and what they answered. There is one for each person of an
/// incident. The facilitator reads the answers; others read them only as a quote, and only if the person agreed to that.
/// </summary>
public sealed class PreparationRequest
{
    /// <summary>The longest answer, in UTF-16 characters.</summary>
    public const int AnswerLimit = 900;

    private readonly List<string> _questions = [];
    private readonly List<string> _answers = [];

    private PreparationRequest()
    {
    }

    /// <summary>The incident.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Who is asked.</summary>
    public PersonId Person { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>One to three, in the order in which they are asked.</summary>
    public IReadOnlyList<string> Questions => _questions;

    /// <summary>The entry of the timeline that the questions are about; null when they are about the whole incident.</summary>
    public Guid? AboutEntry { get; private set; }

    /// <summary>Who asks.</summary>
    public PersonId AskedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public PreparationState State { get; private set; }

    /// <summary>The answers in the order of the questions, each empty if not given; none before the person answered.</summary>
    public IReadOnlyList<string> Answers => _answers;

    /// <summary>Whether the person agreed to be quoted in the timeline.</summary>
    public bool MayBeQuoted { get; private set; }

    /// <summary>The entry of the timeline that quotes the answers; null when they are not quoted.</summary>
    public Guid? QuotedIn { get; private set; }

    /// <summary>Asks someone.</summary>
    /// <param name="incidentNumber">The incident.</param>
    /// <param name="person">Who is asked.</param>
    /// <param name="questions">Checked with <see cref="QuestionBank.Check"/>.</param>
    /// <param name="aboutEntry">The entry of the timeline that they are about, if any.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">When, UTC.</param>
    public static PreparationRequest Ask(
        int incidentNumber, PersonId person, IReadOnlyList<string> questions, Guid? aboutEntry, PersonId by, DateTimeOffset now)
    {
        var request = new PreparationRequest
        {
            IncidentNumber = incidentNumber,
            Person = person,
            AboutEntry = aboutEntry,
            AskedBy = by,
            AskedAt = now.ToUniversalTime(),
            State = PreparationState.Waiting,
        };
        request._questions.AddRange(questions);
        return request;
    }

    /// <summary>Keeps the answers, and whether they may be quoted. They can be changed until the meeting is over.</summary>
    /// <param name="answers">As typed, in the order of the questions.</param>
    /// <param name="mayBeQuoted">Whether the person agrees to be quoted.</param>
    /// <returns>Refused, about "answer_1" and so on, when all are empty or one is too long.</returns>
    public Result Answer(IReadOnlyList<string> answers, bool mayBeQuoted)
    {
        if (answers.All(string.IsNullOrWhiteSpace))
        {
            return new Refusal("Answer at least one question; a sentence is enough.", FieldOf(0));
        }

        foreach (var (at, answer) in answers.Index())
        {
            if (TextRule.AtMost(answer, AnswerLimit, FieldOf(at)) is { } refusal)
            {
                return refusal;
            }
        }

        string[] cleaned = [.. answers.Select(TextRule.Clean)];
        if (State == PreparationState.Answered && MayBeQuoted == mayBeQuoted && _answers.SequenceEqual(cleaned))
        {
            return Result.Accepted;
        }

        _answers.Clear();
        _answers.AddRange(cleaned);
        (State, MayBeQuoted) = (PreparationState.Answered, mayBeQuoted);
        Version++;
        return Result.Accepted;
    }

    /// <summary>The person prefers to talk about it at the meeting. What they wrote before is forgotten.</summary>
    public void PreferToTalk()
    {
        if (State != PreparationState.RatherTalk)
        {
            _answers.Clear();
            (State, MayBeQuoted) = (PreparationState.RatherTalk, false);
            Version++;
        }
    }

    /// <summary>The answers were put into the timeline.</summary>
    /// <param name="entry">The new entry.</param>
    /// <returns>Refused unless the person agreed, and when they are quoted already.</returns>
    public Result Quote(Guid entry)
    {
        if (!MayBeQuoted)
        {
            return new Refusal("They did not agree to be quoted. Ask them, or let them say it at the meeting.");
        }

        if (QuotedIn is not null)
        {
            return new Refusal("This answer is in the timeline already.");
        }

        QuotedIn = entry;
        Version++;
        return Result.Accepted;
    }

    /// <summary>The quote no longer says what the person agreed to, so it leaves the timeline.</summary>
    public void EndQuote()
    {
        QuotedIn = null;
        Version++;
    }

    /// <summary>What a quote says: the answers, one after the other.</summary>
    public string InOneText() => string.Join(' ', _answers.Where(answer => answer.Length > 0).Select(answer => $"“{answer}”"));

    /// <summary>The field of an answer in a refusal.</summary>
    /// <param name="at">The place of the question, from 0.</param>
    public static string FieldOf(int at) => FormattableString.Invariant($"answer_{at + 1}");
}
