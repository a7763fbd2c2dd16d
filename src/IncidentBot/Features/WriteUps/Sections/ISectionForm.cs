using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>
/// One part of the document as a form. The ids of its blocks are the fields that the document's rules name when they refuse.
/// </summary>
internal interface ISectionForm
{
    /// <summary>The modal's title; at most 24 characters.</summary>
    string Title { get; }

    /// <summary>
    /// The field that holds a list, one point a line: of two people who add to it, both stay. Null for the other sections.
    /// </summary>
    string? Lines => null;

    /// <summary>The fields whose words are looked at before they are written.</summary>
    IReadOnlyList<ReviewedField> Worded => [];

    /// <summary>The fields, filled with what is written or, before anything is, with what the service knows.</summary>
    /// <param name="view">The post-mortem.</param>
    /// <param name="item">The factor or learning to write; ignored by the other sections.</param>
    IEnumerable<Block> Render(PostMortemView view, Guid item);

    /// <summary>Writes what was typed into the document.</summary>
    Result Write(PostMortem postMortem, ViewState state, SectionEdit edit);
}

/// <summary>Who writes which item, and when.</summary>
internal sealed record SectionEdit(Guid Item, PersonId By, DateTimeOffset Now);
