using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <content>The write-up reaches those who can use it.</content>
public sealed partial class WriteUp
{
    /// <summary>What was done of it, oldest first; a step can be done several times.</summary>
    public IReadOnlyList<SharedWith> Shared => _shared;

    /// <summary>By when both steps are to be done: a week after publishing; null before.</summary>
    public DateTimeOffset? ShareBy => PublishedAt + PostMortemClock.ShareWithin;

    /// <summary>The steps that no one has done yet, in their order; none before publishing.</summary>
    public IReadOnlyList<SharingStep> StepsToShare =>
        PublishedAt is null ? [] : [.. Enum.GetValues<SharingStep>().Except(_shared.Select(done => done.Step))];

    /// <summary>Notes that a step was done.</summary>
    /// <param name="step">Which.</param>
    /// <param name="told">Whom the service sends it to.</param>
    /// <param name="how">How they were told otherwise; needed when it is sent to no one.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Those whom no one sent it to for this step before; refused before publishing, with no one and no word on how
    /// ("people"), and for a text that is too long ("how").</returns>
    public Result<IReadOnlyList<PersonId>> Share(
        SharingStep step, IReadOnlyList<PersonId> told, string? how, PersonId by, DateTimeOffset now)
    {
        if (PublishedAt is null)
        {
            return new Refusal("The write-up isn't published yet. Publish it first.", "people");
        }

        var words = TextRule.CleanOrNull(how);
        if (told.Count == 0 && words is null)
        {
            return new Refusal("Choose who should know, or say below how they were told.", "people");
        }

        if (TextRule.AtMost(words, PostMortemLimits.Reason, "how") is { } refusal)
        {
            return refusal;
        }

        var known = _shared.Where(done => done.Step == step).SelectMany(done => done.Told).ToHashSet();
        List<PersonId> newly = [.. told.Distinct().Where(person => !known.Contains(person))];
        if (newly.Count > 0 || !_shared.Exists(done => done.Step == step && done.How == words))
        {
            _shared.Add(new SharedWith(step, now.ToUniversalTime(), by, newly, words));
            Record(by, now, step is SharingStep.Leadership ? "leadership briefed" : "related teams told", PostMortemPart.Sharing);
        }

        return newly;
    }
}
