using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Domain.Meetings;

/// <summary>
/// What one person said about a meeting right after it, with two taps. Only a code is kept instead of the person, so that each person
/// counts once; an answer is shown only as part of a total.
/// </summary>
public sealed class MeetingFeedback
{
    private MeetingFeedback()
    {
    }

    /// <summary>The incident whose post-mortem met.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>A code that differs for each person and doesn't reveal who it is.</summary>
    public string Voter { get; private set; } = "";

    /// <summary>Whether the meeting was worth their time; null while not answered.</summary>
    public bool? WorthIt { get; private set; }

    /// <summary>Whether it was safe to speak; null while not answered.</summary>
    public bool? SafeToSpeak { get; private set; }

    /// <summary>A person's feedback without answers yet.</summary>
    /// <param name="incidentNumber">The incident.</param>
    /// <param name="postMortem">The id of its post-mortem, part of the code.</param>
    /// <param name="person">Who answers.</param>
    public static MeetingFeedback Of(int incidentNumber, Guid postMortem, PersonId person) =>
        new() { IncidentNumber = incidentNumber, Voter = VoterOf(postMortem, person) };

    /// <summary>The code of a person in one meeting.</summary>
    /// <param name="postMortem">The id of the post-mortem.</param>
    /// <param name="person">Who answers.</param>
    public static string VoterOf(Guid postMortem, PersonId person) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{postMortem:N}:{person.Value}")))[..32];

    /// <summary>Answers one of the two questions; the last answer counts.</summary>
    /// <param name="worthIt">Whether it was worth their time; null keeps the answer.</param>
    /// <param name="safeToSpeak">Whether it was safe to speak; null keeps the answer.</param>
    public void Answer(bool? worthIt, bool? safeToSpeak) =>
        (WorthIt, SafeToSpeak) = (worthIt ?? WorthIt, safeToSpeak ?? SafeToSpeak);
}

/// <summary>The totals of a meeting's feedback.</summary>
public static class FeedbackTotals
{
    /// <summary>Fewer answers are not shown, so that no one can be identified by theirs.</summary>
    public const int LeastAnswers = 5;

    /// <summary>"4 of 5 found the meeting worth their time", for each question with enough answers; empty without.</summary>
    /// <param name="all">The feedback of one meeting.</param>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<MeetingFeedback> all) =>
    [
        .. Line([.. all.Select(each => each.WorthIt).OfType<bool>()], "found the meeting worth their time"),
        .. Line([.. all.Select(each => each.SafeToSpeak).OfType<bool>()], "felt safe to speak"),
    ];

    private static IEnumerable<string> Line(List<bool> answers, string words) => answers.Count >= LeastAnswers
        ? [FormattableString.Invariant($"{answers.Count(yes => yes)} of {answers.Count} {words}")]
        : [];
}
