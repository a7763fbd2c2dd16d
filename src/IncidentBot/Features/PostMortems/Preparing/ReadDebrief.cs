using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Preparing;

/// <summary>Answers "Read" beside the debrief: what was said, for whoever writes the document to draw on (R22).</summary>
internal sealed class ReadDebrief(Dossiers dossiers, PostMortemHub hub) : IBlockActionHandler
{
    private const int MostShown = 40;

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is { } dossier)
        {
            await hub.ShowAsync(request, Render(dossier), cancellationToken);
        }
    }

    private static Modal Render(Dossier dossier) => new("Debrief")
    {
        Close = "Back",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw("What was said right after the incident. Take over what holds, in your own words: nothing is copied into the document.")),
            .. dossier.Debrief.TakeLast(MostShown).Select(note => new SectionBlock(
                Mrkdwn.Text($"{Mrkdwn.User(note.By.Value)}, {Mrkdwn.Date(note.At)}\n{DebriefWords.Answers(note)}"))),
        ],
    };
}
