using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Workspace;

/// <summary>
/// Who is called into the channel of an incident: a Slack user group for each severity, by id or handle; no one when empty.
/// </summary>
internal sealed class OnCallOptions
{
    public const string Section = "OnCall";

    private const string Form = @"^(@?[\p{L}\p{Nd}._-]+)?$";
    private const string Wrong = "{0} is not one user group. Set it to its handle, for example oncall, or its id, for example S0123456789.";

    [RegularExpression(Form, ErrorMessage = Wrong)]
    public string Sev1 { get; set; } = "";

    [RegularExpression(Form, ErrorMessage = Wrong)]
    public string Sev2 { get; set; } = "";

    [RegularExpression(Form, ErrorMessage = Wrong)]
    public string Sev3 { get; set; } = "";

    [RegularExpression(Form, ErrorMessage = Wrong)]
    public string Sev4 { get; set; } = "";

    /// <summary>The group's id or handle without "@"; null when no one is called.</summary>
    public string? GroupFor(Severity severity)
    {
        var group = severity switch
        {
            Severity.Sev1 => Sev1,
            Severity.Sev2 => Sev2,
            Severity.Sev3 => Sev3,
            _ => Sev4,
        };
        return group.TrimStart('@') is { Length: > 0 } known ? known : null;
    }
}
