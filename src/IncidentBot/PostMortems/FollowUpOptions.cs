using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Jobs;
using Microsoft.Extensions.Options;

namespace IncidentBot.PostMortems;

/// <summary>How many days after the meeting the follow-up reviews are due, and for how long causes are remembered.</summary>
internal sealed class FollowUpOptions : IValidatableObject
{
    public const string Section = "FollowUps";

    /// <summary>The progress review.</summary>
    [Range(1, 365)]
    public int ProgressDays { get; set; } = 21;

    /// <summary>The effectiveness review.</summary>
    [Range(1, 365)]
    public int EffectivenessDays { get; set; } = 30;

    /// <summary>The recurrence check.</summary>
    [Range(1, 365)]
    public int ImpactDays { get; set; } = 75;

    /// <summary>How many months a cause counts as known: an incident with it is a repeat.</summary>
    [Range(1, 60)]
    public int LookBackMonths { get; set; } = 12;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ProgressDays >= EffectivenessDays || EffectivenessDays >= ImpactDays)
        {
            yield return new ValidationResult(
                $"FollowUps__ProgressDays, FollowUps__EffectivenessDays and FollowUps__ImpactDays are {ProgressDays}, "
                    + $"{EffectivenessDays} and {ImpactDays}. Make each larger than the one before, for example 21, 30 and 75.");
        }
    }
}

/// <summary>Fills in the dates of the follow-up reviews once the post-mortem was held or published. The caller saves.</summary>
internal sealed class ReviewDates(IOptions<FollowUpOptions> options, IOptions<RemindersOptions> reminders, TimeProvider time)
{
    private FollowUpPlan Plan => new(options.Value.ProgressDays, options.Value.EffectivenessDays, options.Value.ImpactDays);

    public void FillIn(PostMortem postMortem) => postMortem.OfferFollowUps(Plan, reminders.Value.Quiet.Calendar, time.GetUtcNow());
}
