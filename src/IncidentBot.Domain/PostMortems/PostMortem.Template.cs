using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.PostMortems;

/// <content>The template of the write-up.</content>
public sealed partial class PostMortem
{
    /// <summary>The key of the chosen template; null while the setting for the severity decides.</summary>
    public string? Template { get; private set; }

    /// <summary>Chooses the template; a published version stays as it is until the next one.</summary>
    /// <param name="key">One of <see cref="WriteUpTemplates.All"/>.</param>
    /// <param name="by">Who chose it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for a key that no template has ("template").</returns>
    public Result ChooseTemplate(string key, PersonId by, DateTimeOffset now) => WriteUpTemplates.Find(key) is { } template
        ? Write(template.Key != Template, () => Template = template.Key, by, now, $"template {template.Key} chosen", PostMortemPart.WriteUp)
        : new Refusal("Unknown template. Choose one from the list.", "template");
}
