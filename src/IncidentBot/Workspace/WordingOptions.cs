using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Workspace;

/// <summary>In which languages people write.</summary>
internal sealed class WordingOptions : IValidatableObject
{
    public const string Section = "Wording";

    /// <summary>The languages of the blame check, the most usual first, separated by spaces.</summary>
    [Required(ErrorMessage = "{0} is empty. Set it to one or more languages, for example en or en de.")]
    public string Languages { get; set; } = BlameLanguages.English;

    /// <summary>The same as a list.</summary>
    public IReadOnlyList<string> All => [.. Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (All.Except(BlameLanguages.All).FirstOrDefault() is { } unknown)
        {
            yield return new ValidationResult(
                $"Wording__Languages has \"{unknown}\". Choose from {string.Join(", ", BlameLanguages.All)}, with spaces between, "
                    + $"for example en de.");
        }
    }
}
