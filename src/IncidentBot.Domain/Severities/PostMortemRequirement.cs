namespace IncidentBot.Domain.Severities;

/// <summary>Whether a post-mortem is required, recommended or optional.</summary>
public static class PostMortemRequirement
{
    /// <summary>
    /// Any ticked trigger makes it required; a near-miss tick alone at SEV4, or a SEV4 that could have been SEV1 or SEV2,
    /// makes it recommended; without either the severity's own row decides.
    /// </summary>
    /// <param name="severity">The severity as it stands.</param>
    /// <param name="triggers">What was ticked when the incident was resolved.</param>
    /// <param name="couldHaveBeen">How bad it could have been; null when no one said.</param>
    public static PostMortemNeed For(Severity severity, PostMortemTriggers triggers, Severity? couldHaveBeen = null)
    {
        if (severity == Severity.Sev4 && triggers == PostMortemTriggers.NearMiss)
        {
            return PostMortemNeed.Recommended;
        }

        if (triggers != PostMortemTriggers.None)
        {
            return PostMortemNeed.Required;
        }

        var own = SeverityPolicy.For(severity).PostMortem;
        var nearlySerious = couldHaveBeen is Severity.Sev1 or Severity.Sev2;
        return nearlySerious && own == PostMortemNeed.Optional ? PostMortemNeed.Recommended : own;
    }
}
