using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <content>Sharing the draft, publishing, and publishing corrections.</content>
public sealed partial class WriteUp
{
    /// <summary>When the draft was shared for corrections; null before.</summary>
    public DateTimeOffset? DraftedAt { get; private set; }

    /// <summary>When the write-up was first published; null before.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>0 before publishing, 1 for the first version, and one more for every corrected version.</summary>
    public int Revision { get; private set; }

    internal void MarkDrafted(PersonId by, DateTimeOffset now)
    {
        DraftedAt = now.ToUniversalTime();
        Record(by, now, "draft shared for corrections", PostMortemPart.WriteUp);
    }

    internal Result Publish(Completeness completeness, PersonId by, DateTimeOffset now)
    {
        if (!completeness.CanPublish)
        {
            return new Refusal(string.Join(' ', completeness.Blocking.Select(line => line.Why)));
        }

        (PublishedAt, Revision) = (now.ToUniversalTime(), 1);
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

        if (TextRule.Required(note, PostMortemLimits.Reason, "note", "Say in a few words what was corrected.") is { } refusal)
        {
            return refusal;
        }

        Revision++;
        Record(by, now, $"correction {Revision}: {TextRule.Clean(note)}", PostMortemPart.WriteUp);
        return Revision;
    }

    /// <summary>The key of the chosen template; null while the setting for the severity decides.</summary>
    public string? Template { get; private set; }

    /// <summary>Chooses the template; a published version stays as it is until the next one.</summary>
    /// <param name="key">One of <see cref="WriteUpTemplates.All"/>.</param>
    /// <param name="by">Who chose it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for a key that no template has ("template").</returns>
    public Result ChooseTemplate(string key, PersonId by, DateTimeOffset now) => WriteUpTemplates.Find(key) is { } template
        ? ChangeIf(
            template.Key != Template, () => Template = template.Key, by, now, $"template {template.Key} chosen", PostMortemPart.WriteUp)
        : new Refusal("Unknown template. Choose one from the list.", "template");

    /// <summary>When the meeting agreed on the timeline, UTC; null before.</summary>
    public DateTimeOffset? TimelineAgreedAt { get; private set; }

    /// <summary>Who confirmed the agreement; null before.</summary>
    public PersonId? TimelineAgreedBy { get; private set; }

    /// <summary>Records that the meeting agreed on the timeline. Repeating it changes nothing.</summary>
    /// <param name="by">Who confirms it.</param>
    /// <param name="now">When, UTC.</param>
    public void AgreeOnTimeline(PersonId by, DateTimeOffset now)
    {
        if (TimelineAgreedAt is null)
        {
            (TimelineAgreedAt, TimelineAgreedBy) = (now.ToUniversalTime(), by);
            Record(by, now, "timeline agreed", PostMortemPart.Timeline);
        }
    }

    /// <summary>Reopens the timeline for discussion.</summary>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When, UTC.</param>
    public void ReopenTimeline(PersonId by, DateTimeOffset now)
    {
        if (TimelineAgreedAt is not null)
        {
            (TimelineAgreedAt, TimelineAgreedBy) = (null, null);
            Record(by, now, "timeline no longer agreed", PostMortemPart.Timeline);
        }
    }
}
