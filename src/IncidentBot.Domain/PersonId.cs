namespace IncidentBot.Domain;

/// <summary>A person, by the id that the chat system gives them ("U024BE7LH"). Compared as text; never parsed.</summary>
/// <param name="Value">The id; not empty.</param>
public readonly record struct PersonId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
