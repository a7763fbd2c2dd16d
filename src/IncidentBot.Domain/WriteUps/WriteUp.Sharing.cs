using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <content>The write-up is shared with the people who need it.</content>
public sealed partial class WriteUp
{
    /// <summary>The steps that were done, oldest first; a step can be done several times.</summary>
    public IReadOnlyList<SharedWith> Shared => _shared;

    /// <summary>The deadline of both steps: a week after publishing; null before.</summary>
    public DateTimeOffset? ShareBy => PublishedAt + PostMortemClock.ShareWithin;

    /// <summary>The steps that no one has done yet, in their order; none before publishing.</summary>
    public IReadOnlyList<SharingStep> OpenSharingSteps =>
        PublishedAt is null ? [] : [.. Enum.GetValues<SharingStep>().Except(_shared.Select(done => done.Step))];

    /// <summary>Records that a step was done.</summary>
    /// <param name="step">Which.</param>
    /// <param name="told">The people who get it from the service.</param>
    /// <param name="how">How they were told in another way; required when it is sent to no one.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>The people who did not get it for this step before; refused before publishing, without people and without a way
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
