using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>
/// One section of the write-up as a form. Its block ids are the field names in the domain's refusals.
/// </summary>
internal interface ISectionForm
{
    /// <summary>The modal's title; at most 24 characters.</summary>
    string Title { get; }

    /// <summary>
    /// The field that holds a list, one point per line; when two people add points, both are kept. Null for other sections.
    /// </summary>
    string? ListField => null;

    /// <summary>The fields that the blame check reads.</summary>
    IReadOnlyList<ReviewedField> ReviewedFields => [];

    /// <summary>The fields, prefilled with the saved text, or else with facts of the incident.</summary>
    /// <param name="view">The post-mortem.</param>
    /// <param name="item">The factor or learning to write; ignored by the other sections.</param>
    IEnumerable<Block> Render(PostMortemView view, Guid item);

    /// <summary>Saves the input in the document.</summary>
    Result Write(PostMortem postMortem, ViewState state, SectionEdit edit);
}

/// <summary>Who writes which item, and when.</summary>
internal sealed record SectionEdit(Guid Item, PersonId By, DateTimeOffset Now);
