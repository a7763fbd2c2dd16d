using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <summary>The sections of a write-up. The numbers are stored with corrections and never change.</summary>
public enum DocumentSection
{
    /// <summary>What happened, when, and its impact.</summary>
    Summary = 0,

    /// <summary>What happened in what order.</summary>
    Timeline = 1,

    /// <summary>Whom the incident affected, how and for how long.</summary>
    Impact = 2,

    /// <summary>The chains of whys from top to bottom, each with its gap.</summary>
    Whys = 3,

    /// <summary>The structural gap, one sentence.</summary>
    StructuralGap = 4,

    /// <summary>The contributing factors.</summary>
    Factors = 5,

    /// <summary>What went well.</summary>
    WentWell = 6,

    /// <summary>What could be better.</summary>
    CouldBeBetter = 7,

    /// <summary>The learnings.</summary>
    Learnings = 8,

    /// <summary>What will be changed, by whom and by when, or the reason for no action items.</summary>
    Actions = 9,

    /// <summary>Whether the owners accepted their action items.</summary>
    AcceptedActions = 10,

    /// <summary>The mistakes that readers reported.</summary>
    Corrections = 11,

    /// <summary>The named moments of the incident, each with its time.</summary>
    Milestones = 12,

    /// <summary>How long it took from one milestone to the next.</summary>
    Gaps = 13,

    /// <summary>The learnings by destination: runbooks, monitoring, testing, architecture, training.</summary>
    Prevention = 14,

    /// <summary>The dates of the follow-up reviews.</summary>
    FollowUp = 15,

    /// <summary>The parked questions and causes.</summary>
    Parked = 16,
}

/// <summary>
/// The sections of the write-up, one row each. The overview, the menu of corrections, the check before publishing, the blame check
/// and the templates are made from these rows; the host adds the form and the printed text of each section.
/// </summary>
public static class WriteUpSections
{
    /// <summary>Every section, in the order of the document.</summary>
    public static IReadOnlyList<WriteUpSection> All { get; } =
    [
        new(DocumentSection.Summary, "Summary")
        {
            Word = PostMortemPart.Summary,
            Check = new(
                facts => SummarySentences.Count(facts.Summary) is 2 or 3,
                "Say in two or three sentences what happened, when, and what the impact was."),
            Texts = facts => [new(BlameField.Summary, facts.Summary)],
            QuoteIntro = "The summary says",
        },
        new(DocumentSection.Impact, "Impact")
        {
            Word = PostMortemPart.Impact,
            Check = new(
                facts => facts.Impact with { Duration = null } != Impact.Unknown,
                "State the impact: who was affected, how, and for how long."),
        },
        new(DocumentSection.Milestones, "Milestones"),
        new(DocumentSection.Timeline, "Timeline")
        {
            Word = PostMortemPart.Timeline,
            Check = new(
                facts => facts.TimelineEntries >= Completeness.TimelineEntries,
                "Add at least four timeline entries. What the bot records doesn't count.",
                RequiredFor.RequiredPostMortems),
        },
        new(DocumentSection.Gaps, "Gaps"),
        new(DocumentSection.StructuralGap, "Structural gap")
        {
            PartOf = DocumentSection.Whys,
            Check = new(
                facts => facts.WriteUp.WhyChain.StructuralGap.Length > 0,
                "Write one sentence about the system that says what has to change.",
                RequiredFor.AllPostMortems),
        },
        new(DocumentSection.Whys, "5 Whys")
        {
            Word = PostMortemPart.Whys,
            IsList = true,
            Check = new(
                facts => facts.WriteUp.WhyChain is { Whys.Count: >= WhyChain.FewWhys, TrueForAnyAuthor: true, FixableByEngineering: true },
                "Ask why at least three times, then tick both checks below the chain."),
            Texts = facts => facts.WriteUp.WhyChains
                .SelectMany(chain => chain.Whys.Append(chain.StructuralGap).Append(chain.Narrative))
                .Select(text => new FieldText(BlameField.Cause, text)),
            QuoteIntro = "The 5 Whys say",
        },
        new(DocumentSection.Factors, "Contributing factors")
        {
            Word = PostMortemPart.Factors,
            IsList = true,
            Check = new(facts => facts.WriteUp.Factors.Count > 0, "Name at least one contributing factor.", RequiredFor.AllPostMortems),
            Texts = facts => facts.WriteUp.Factors.Select(factor => new FieldText(BlameField.Factor, factor.Text)),
            QuoteIntro = "A contributing factor says",
        },
        new(DocumentSection.WentWell, "What went well")
        {
            Word = PostMortemPart.WentWell,
            Check = new(facts => facts.WriteUp.WentWell.Count > 0, "Add at least one thing that went well."),
            Texts = facts => facts.WriteUp.WentWell.Select(point => new FieldText(BlameField.Summary, point)),
            QuoteIntro = "What went well says",
        },
        new(DocumentSection.CouldBeBetter, "What could be better")
        {
            Word = PostMortemPart.CouldBeBetter,
            Texts = facts => facts.WriteUp.CouldBeBetter.Select(point => new FieldText(BlameField.Summary, point)),
            QuoteIntro = "What could be better says",
        },
        new(DocumentSection.Learnings, "Learnings")
        {
            Word = PostMortemPart.Learnings,
            IsList = true,
            Check = new(facts => facts.WriteUp.Learnings.Count > 0, "Add at least one learning."),
            Texts = facts => facts.WriteUp.Learnings.Select(learning => new FieldText(BlameField.Learning, learning.Text)),
            QuoteIntro = "A learning says",
        },
        new(DocumentSection.Actions, "Action items")
        {
            Word = PostMortemPart.Actions,
            Check = new(
                facts => facts.Actions > 0 || facts.WriteUp.NoActionsReason is not null,
                "Add an action item, or write down why none is needed.",
                RequiredFor.RequiredPostMortems),
        },
        new(DocumentSection.AcceptedActions, "Accepted action items")
        {
            PartOf = DocumentSection.Actions,
            IsPrinted = false,
            Check = new(facts => facts.Actions <= facts.AcceptedActions, "Some owners have not accepted their action items yet."),
        },
        new(DocumentSection.Prevention, "Prevention"),
        new(DocumentSection.FollowUp, "Follow-up"),
        new(DocumentSection.Parked, "Parked"),
        new(DocumentSection.Corrections, "Corrections") { IsPrinted = false },
    ];

    /// <summary>The sections that people write, in the order of the document.</summary>
    public static IEnumerable<WriteUpSection> Written => All.Where(section => section.IsWritten);

    /// <summary>The row of a section.</summary>
    /// <param name="section">Which.</param>
    public static WriteUpSection Of(DocumentSection section) => All.First(row => row.Id == section);

    /// <summary>The section that a word in a button stands for; null for a word that no section has.</summary>
    /// <param name="word">As in <see cref="WriteUpSection.Word"/>.</param>
    public static WriteUpSection? Find(string word) => All.FirstOrDefault(row => row.Word == word);
}
