using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Operations;

/// <summary>
/// A setting of several words, separated by spaces, each of one form. The message names the setting as {0} and the first
/// wrong word as {1}.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EachWordAttribute(string pattern) : ValidationAttribute
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        WrongWord(value as string ?? "") is { } wrong
            ? new ValidationResult(string.Format(CultureInfo.InvariantCulture, ErrorMessageString, validationContext.DisplayName, wrong))
            : ValidationResult.Success;

    private string? WrongWord(string text) => text
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(word => !Regex.IsMatch(word, pattern, RegexOptions.None, Longest));
}
