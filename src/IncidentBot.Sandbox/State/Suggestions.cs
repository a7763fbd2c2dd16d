using System.Text.Json;

namespace IncidentBot.Sandbox.State;

/// <summary>The options of external selects that a person has seen and may still choose.</summary>
internal sealed class Suggestions(Workspace workspace)
{
    private readonly Dictionary<(string User, FieldKey Field), IReadOnlyList<JsonElement>> shown = [];

    public IReadOnlyList<JsonElement> SeenBy(string user, FieldKey field) =>
        workspace.Read(() => shown.GetValueOrDefault((user, field), []));

    public void Remember(string user, FieldKey field, IReadOnlyList<JsonElement> options) =>
        workspace.Change(() => { shown[(user, field)] = options; });
}
