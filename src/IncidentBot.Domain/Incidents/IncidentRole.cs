namespace IncidentBot.Domain.Incidents;

/// <summary>A role in the response to an incident. The numbers are stored and never change.</summary>
public enum IncidentRole
{
    /// <summary>Makes the decisions and coordinates the response.</summary>
    Lead = 1,

    /// <summary>Informs everyone outside the channel.</summary>
    Communications = 2,

    /// <summary>Writes down what happens.</summary>
    Scribe = 3,
}

/// <summary>A role's name and duties; sent by DM to the person who gets the role.</summary>
/// <param name="Role">The role that this row is about.</param>
/// <param name="Word">Its word: "Lead".</param>
/// <param name="Holder">What a sentence calls the person who has it: "incident lead".</param>
/// <param name="Duties">Plain sentences addressed to the role holder.</param>
public sealed record RoleDescription(IncidentRole Role, string Word, string Holder, string Duties)
{
    /// <summary>One row for each role, lead first.</summary>
    public static IReadOnlyList<RoleDescription> All { get; } =
    [
        new(IncidentRole.Lead, "Lead", "incident lead",
            "You decide what happens next and who does it; you don't have to fix it yourself. Keep severity and status "
            + "up to date, ask for help early, and resolve the incident when it is over."),
        new(IncidentRole.Communications, "Communications", "communications lead",
            "You tell people outside the channel what is known, what is not and when the next update comes. Post status "
            + "updates on time, and field questions so that others can work on the fix."),
        new(IncidentRole.Scribe, "Scribe", "scribe",
            "You write down what happens and when: events, signals, decisions and why they made sense. Stick to facts; "
            + "save the whys for the post-mortem."),
    ];

    /// <summary>The row of one role.</summary>
    /// <param name="role">One of the three.</param>
    public static RoleDescription For(IncidentRole role) => All[(int)role - 1];

    /// <summary>What to call the person in the role that a change of roles is about.</summary>
    /// <param name="change">A change of roles; its detail is the word of the role.</param>
    public static string HolderIn(IncidentChange change) =>
        Parse(change.Detail) is { Ok: true, Value: var role } ? For(role).Holder : change.Detail ?? "";

    /// <summary>Reads a role as people type it: "lead", "communications", "comms", "scribe".</summary>
    /// <param name="text">What was typed; null counts as empty.</param>
    /// <returns>The role, or a refusal about "role" that names the three.</returns>
    public static Result<IncidentRole> Parse(string? text) => (text ?? "").Trim().ToUpperInvariant() switch
    {
        "LEAD" => IncidentRole.Lead,
        "COMMUNICATIONS" or "COMMS" => IncidentRole.Communications,
        "SCRIBE" => IncidentRole.Scribe,
        _ => new Refusal("That is not a role. Choose lead, communications or scribe.", "role"),
    };
}

/// <summary>Who holds a role, one person per role.</summary>
public sealed class RoleHolder
{
    /// <summary>The role held.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who holds it.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }
}
