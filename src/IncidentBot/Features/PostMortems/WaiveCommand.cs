using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;

namespace IncidentBot.Features.PostMortems;

/// <summary>Answers <c>/incident pm waive REASON</c>.</summary>
internal sealed class WaiveCommand(IncidentDb db, Waivers waivers, PlainMessageText plainText) : IPostMortemCommand
{
    public const string Word = "waive";

    public IReadOnlyList<string> Words => [Word];

    public string Arguments => "REASON";

    public async Task<SlashCommandResponse> RunAsync(
        VerbRequest request, PostMortemView view, string arguments, CancellationToken cancellationToken)
    {
        var waived = waivers.Waive(view, await plainText.OfAsync(arguments, cancellationToken), request.Actor);
        if (!waived.Ok)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Escape(waived.Refusal.Sentence));
        }

        await db.SaveChangesAsync(cancellationToken);
        return SlashCommandResponse.Ephemeral(
            Mrkdwn.Text($"Post-mortem waived. The reason is posted in {IncidentWords.Place(view.Incident)}."));
    }
}
