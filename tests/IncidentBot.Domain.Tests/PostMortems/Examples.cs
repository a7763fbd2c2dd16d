using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.PostMortems;

/// <summary>Post-mortems in the states that tests start from. Incident 12 is resolved on Monday 2026-03-02 at 14:00 UTC.</summary>
internal static class Examples
{
    public static readonly PersonId Ana = new("U0ANA");
    public static readonly PersonId Ben = new("U0BEN");
    public static readonly DateTimeOffset Resolved = Utc("2026-03-02 14:00");

    public static PostMortem RequiredPostMortem(TimeSpan? deadline = null) =>
        PostMortem.Open(
            Guid.Parse("11111111-1111-1111-1111-111111111111"), 12, PostMortemNeed.Required, Resolved, deadline ?? TimeSpan.FromHours(48));

    public static PostMortem PostMortemOf(PostMortemNeed need, TimeSpan deadline) =>
        PostMortem.Open(Guid.NewGuid(), 12, need, Resolved, deadline);

    /// <summary>A required post-mortem whose write-up has the structural gap and a factor, which publishing needs.</summary>
    public static PostMortem WithGapAndFactor()
    {
        var postMortem = RequiredPostMortem();
        postMortem.WriteUp.WriteWhyChain(
            new WhyChain("Checkout was down", ["a", "b", "c"], "Nothing checks the schema", true, true), Ana, Resolved);
        postMortem.WriteUp.WriteFactor(
            Guid.NewGuid(), new FactorDraft("No alert on the queue", null, FactorEffect.Detection), Ana, Resolved);
        return postMortem;
    }

    public static MeetingDetails Plan(string start) => new(Utc(start), TimeSpan.FromMinutes(60), null, [Ana, Ben]);
}
