using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.FollowUps;

/// <summary>Finds who answers in place of a deactivated owner: the first person responsible for the post-mortem.</summary>
internal sealed class StandIns(PostMortemViews views, ResponsiblePeople responsible)
{
    public async Task<Person?> FindAsync(int number, CancellationToken cancellationToken) =>
        await views.LoadAsync(number, cancellationToken) is { Ok: true, Value: var view }
            ? await responsible.FirstAsync(view, cancellationToken)
            : null;
}
