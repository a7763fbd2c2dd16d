using IncidentBot.Commands;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;

namespace IncidentBot.Features.Facilitators;

/// <summary>Answers <c>/incident facilitate [in|out]</c>: shows the facilitator pool, and lets people join or leave.</summary>
internal sealed class FacilitateVerb(IncidentDb db, FacilitatorPool pool) : IVerb
{
    public bool Accepts(string arguments) => arguments.ToUpperInvariant() is "" or "IN" or "OUT";

    public static bool WaitsInModal(string arguments) => arguments.Length == 0;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        switch (request.Arguments.ToUpperInvariant())
        {
            case "":
                return await ShowAsync(cancellationToken);
            case "IN":
                await pool.JoinAsync(request.Actor, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return SlashCommandResponse.Ephemeral(JoinOrLeavePool.In);
            case "OUT":
                await pool.LeaveAsync(request.Actor, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return SlashCommandResponse.Ephemeral(JoinOrLeavePool.Out);
            default:
                return SlashCommandResponse.Ephemeral(Mrkdwn.Text(
                    $"Type `{request.Command.Command} facilitate in` to join the facilitator pool, `facilitate out` to leave, or "
                        + $"`facilitate` to see the members."));
        }
    }

    private async Task<SlashCommandResponse> ShowAsync(CancellationToken cancellationToken)
    {
        var members = await pool.MembersAsync(cancellationToken);

        // New people were looked up in Slack; save them.
        await db.SaveChangesAsync(cancellationToken);
        var list = PoolWords.List(members);
        return SlashCommandResponse.Ephemeral(
            list,
            [
                new SectionBlock(list),
                new ContextBlock(Mrkdwn.Raw(PoolWords.Rule)),
                new ActionsBlock(
                    new Button(PostMortemActions.JoinPool, "Join pool") { Value = PostMortemActions.JoinPool },
                    new Button(PostMortemActions.LeavePool, "Leave pool") { Value = PostMortemActions.LeavePool }),
            ]);
    }
}
