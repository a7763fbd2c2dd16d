using IncidentBot.Domain.Language;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.PostMortems;

/// <content>The write-up becomes public, and stays correct.</content>
public sealed partial class PostMortem
{
    /// <summary>Publishes the write-up. Pressing twice publishes once.</summary>
    /// <param name="completeness">What the document still needs, with its current content.</param>
    /// <param name="by">Who publishes; who may is decided by <see cref="PostMortemRights"/>.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused while something blocks publishing, with a sentence for each reason.</returns>
    public Result Publish(Completeness completeness, PersonId by, DateTimeOffset now)
    {
        if (PublishedAt is not null)
        {
            return Result.Accepted;
        }

        if (!completeness.CanPublish)
        {
            return new Refusal(string.Join(' ', completeness.Blocking.Select(line => line.Why)));
        }

        (PublishedAt, Revision) = (now.ToUniversalTime(), 1);
        State = Furthest();
        Record(by, now, "published", PostMortemPart.WriteUp);
        return Result.Accepted;
    }

    /// <summary>Publishes a corrected version.</summary>
    /// <param name="note">What was corrected, for the thread; 1 to <see cref="PostMortemLimits.Reason"/> characters.</param>
    /// <param name="by">Who corrects.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>The new revision, 2 or more; refused before the first publication, and without a note ("note").</returns>
    public Result<int> PublishCorrection(string note, PersonId by, DateTimeOffset now)
    {
        if (PublishedAt is null)
        {
            return new Refusal("The write-up isn't published yet. Publish it first.");
        }

        if (TextRule.Needed(note, PostMortemLimits.Reason, "note", "Say in a few words what was corrected.") is { } refusal)
        {
            return refusal;
        }

        Revision++;
        Record(by, now, $"correction {Revision}: {TextRule.Clean(note)}", PostMortemPart.WriteUp);
        return Revision;
    }
}
