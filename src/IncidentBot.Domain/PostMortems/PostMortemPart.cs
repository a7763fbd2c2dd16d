using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.PostMortems;

/// <summary>The names of the parts of a post-mortem that people can change at the same time; stored in its history.</summary>
public static class PostMortemPart
{
    /// <summary>The summary.</summary>
    public const string Summary = "summary";

    /// <summary>The impact.</summary>
    public const string Impact = "impact";

    /// <summary>The first chain of whys.</summary>
    public const string Whys = "whys";

    /// <summary>One of the chains of whys.</summary>
    /// <param name="id">Its id.</param>
    public static string OfWhys(Guid id) => id == WhyChain.First ? Whys : Of(id);

    /// <summary>What went well.</summary>
    public const string WentWell = "went_well";

    /// <summary>What could be better.</summary>
    public const string CouldBeBetter = "could_be_better";

    /// <summary>The contributing factors; a change of one is recorded by its id.</summary>
    public const string Factors = "factor";

    /// <summary>The learnings; a change of one is recorded by its id.</summary>
    public const string Learnings = "learning";

    /// <summary>The action items.</summary>
    public const string Actions = "actions";

    /// <summary>Why there is no action item.</summary>
    public const string NoActions = "no_actions";

    /// <summary>Whether the meeting agreed on the timeline.</summary>
    public const string Timeline = "timeline";

    /// <summary>The follow-up reviews.</summary>
    public const string FollowUps = "follow_ups";

    /// <summary>The time, place and invitations of the meeting.</summary>
    public const string Meeting = "meeting";

    /// <summary>Who facilitates.</summary>
    public const string Facilitator = "facilitator";

    /// <summary>Who attended, and who signs off.</summary>
    public const string Attendance = "attendance";

    /// <summary>The artefacts that were gathered.</summary>
    public const string Artefacts = "artefacts";

    /// <summary>The waiver.</summary>
    public const string Waiver = "waiver";

    /// <summary>The published write-up.</summary>
    public const string WriteUp = "write_up";

    /// <summary>Who was told about the published write-up.</summary>
    public const string Sharing = "sharing";

    /// <summary>One factor, learning or parked point.</summary>
    /// <param name="id">Its id.</param>
    public static string Of(Guid id) => id.ToString("N");
}
