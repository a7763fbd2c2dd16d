using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.PostMortems;

/// <content>What the printed write-up consists of.</content>
public sealed partial class PostMortem
{
    /// <summary>The key of the template that was chosen for this one; null while the setting of its severity decides.</summary>
    public string? Template { get; private set; }

    /// <summary>Chooses what the write-up consists of; what is published already stays so until the next version.</summary>
    /// <param name="key">One of <see cref="WriteUpTemplates.All"/>.</param>
    /// <param name="by">Who chose it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for a key that no template has ("template").</returns>
    public Result ChooseTemplate(string key, PersonId by, DateTimeOffset now) => WriteUpTemplates.Find(key) is { } template
        ? Write(template.Key != Template, () => Template = template.Key, by, now, $"template {template.Key} chosen", PostMortemPart.WriteUp)
        : new Refusal("Unknown template. Choose one from the list.", "template");
}
