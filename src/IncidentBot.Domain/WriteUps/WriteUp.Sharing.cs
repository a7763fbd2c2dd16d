using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <content>Sharing the published write-up with leadership and related teams.</content>
public sealed partial class WriteUp
{
    /// <summary>The steps that were done, oldest first; a step can be done several times.</summary>
    public IReadOnlyList<SharedWith> Shared => _shared;

    /// <summary>The deadline of both steps: a week after publishing; null before.</summary>
    public DateTimeOffset? ShareBy => PublishedAt + PostMortemClock.ShareWithin;

    /// <summary>The steps that no one has done yet, in their order; none before publishing.</summary>
    public IReadOnlyList<SharingStep> OpenSharingSteps =>
        PublishedAt is null ? [] : [.. Enum.GetValues<SharingStep>().Except(_shared.Select(done => done.Step))];

    /// <summary>When it was published, while a step is open; null otherwise. The database compares it with the clock.</summary>
    public DateTimeOffset? UnsharedSince
    {
        get => OpenSharingSteps.Count > 0 ? PublishedAt : null;
        private set { }
    }

    /// <summary>The version for which <see cref="UnsharedSince"/> was stored; another one when an earlier release wrote the row.</summary>
    public int DatedVersion
    {
        get => Version;
        private set { }
    }

    /// <summary>Records that a step was done.</summary>
    /// <param name="step">Which.</param>
    /// <param name="recipients">The people that the bot sends it to.</param>
    /// <param name="otherWay">How they were told in another way; required when it is sent to no one.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>The recipients who did not get it for this step before; refused before publishing, without recipients and another way
    /// ("people"), and for a text that is too long ("how").</returns>
    public Result<IReadOnlyList<PersonId>> Share(
        SharingStep step, IReadOnlyList<PersonId> recipients, string? otherWay, PersonId by, DateTimeOffset now)
    {
        if (PublishedAt is null)
        {
            return new Refusal("The write-up isn't published yet. Publish it first.", "people");
        }

        var words = TextRule.CleanOrNull(otherWay);
        if (recipients.Count == 0 && words is null)
        {
            return new Refusal("Choose recipients, or say below how they were told or why no one needs to be.", "people");
        }

        if (TextRule.AtMost(words, PostMortemLimits.Reason, "how") is { } refusal)
        {
            return refusal;
        }

        var known = _shared.Where(done => done.Step == step).SelectMany(done => done.Told).ToHashSet();
        List<PersonId> added = [.. recipients.Distinct().Where(person => !known.Contains(person))];
        if (added.Count > 0 || !_shared.Exists(done => done.Step == step && done.How == words))
        {
            _shared.Add(new SharedWith(step, now.ToUniversalTime(), by, added, words));
            Record(by, now, step is SharingStep.Leadership ? "leadership briefed" : "related teams informed", PostMortemPart.Sharing);
        }

        return added;
    }
}
