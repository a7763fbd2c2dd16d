using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;

namespace IncidentBot.Features.PostMortems;

/// <summary>Answers <c>/incident pm waive REASON</c>.</summary>
internal sealed class WaiveCommand(IncidentDb db, Waiving waiving) : IPostMortemCommand
{
    public IReadOnlyList<string> Words => ["waive"];

    public string Arguments => "REASON";

    public async Task<SlashCommandResponse> RunAsync(
        VerbRequest request, PostMortemView view, string arguments, CancellationToken cancellationToken)
    {
        var waived = waiving.Waive(view, SlackText.Unescape(arguments), request.Actor);
        if (!waived.Ok)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Escape(waived.Refusal.Sentence));
        }

        await db.SaveChangesAsync(cancellationToken);
        return SlashCommandResponse.Ephemeral(
            Mrkdwn.Text($"The post-mortem is waived; the reason is in {IncidentWords.Place(view.Incident)}."));
    }
}
