using IncidentBot.Cards;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>Answers "Read" beside the debrief: shows the notes, as a source for the write-up.</summary>
internal sealed class ReadDebrief(PostMortemForms forms) : IBlockActionHandler
{
    private const int MostShown = 40;

    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request, PostMortemKey.ReadValue(request.Action.Data).Number, context => Render(context.View), cancellationToken);

    private static Modal Render(PostMortemView view) => new("Debrief")
    {
        Close = "Back",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw(
                "Notes from right after the incident. Use them in your own words: nothing is copied into the write-up.")),
            .. view.Debrief.TakeLast(MostShown).Select(note => new SectionBlock(DebriefWords.Note(note))),
        ],
    };
}
