using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Browser.Tests.Stories;

/// <summary>A kind of clause that the tests can play.</summary>
/// <param name="form">See <see cref="ClauseForm"/>.</param>
internal abstract class Phrase(string form)
{
    private readonly ClauseForm _form = new(form);

    /// <summary>The variable parts by name; null when the clause does not match.</summary>
    public IReadOnlyDictionary<string, string>? Read(string clause) => _form.Read(clause);

    public abstract Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts);
}
