using IncidentBot.Domain;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>The artefacts for the meeting: a link for each, or the word "none".</summary>
internal sealed class ArtefactsForm : ISectionForm
{
    private const string None = "none";

    public string Title => "Artefacts";

    public IEnumerable<Block> Render(PostMortemView view, Guid item)
    {
        yield return new ContextBlock(Mrkdwn.Raw(
            "Link each artefact, or write *none* if there isn't one. Empty fields count as missing."));
        foreach (var kind in Enum.GetValues<ArtefactKind>())
        {
            var known = view.PostMortem.Meeting.Artefacts.FirstOrDefault(artefact => artefact.Kind == kind);
            yield return new InputBlock(Field(kind), ArtefactWords.Label(kind), new PlainTextInput("value")
            {
                MaxLength = PostMortemLimits.Link,
                InitialValue = known is null ? null : known.Link ?? None,
                Placeholder = "https://… or none",
            })
            {
                Optional = true,
                Hint = ArtefactWords.Hint(kind),
            };
        }
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) => postMortem.Meeting.GatherArtefacts(
        Enum.GetValues<ArtefactKind>()
            .Select(kind => (Kind: kind, Typed: state.Text(Field(kind))))
            .Where(answer => answer.Typed.Length > 0)
            .Select(answer =>
                new Artefact(answer.Kind, answer.Typed.Equals(None, StringComparison.OrdinalIgnoreCase) ? null : answer.Typed)),
        edit.By,
        edit.Now);

    /// <summary>The field name in the domain's refusals.</summary>
    private static string Field(ArtefactKind kind) => kind.ToString().ToLowerInvariant();
}
