using IncidentBot.Domain;
using IncidentBot.Domain.Causes;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.PostMortems.Causes;

/// <summary>Writes down which class a gap has. The caller saves.</summary>
internal sealed class GapCauses(IncidentDb db, ChosenCauses chosenCauses)
{
    /// <summary>Saves the class that the form chose or named; the view shows it then.</summary>
    /// <param name="request">The post-mortem, with the chain as it was just written.</param>
    /// <param name="chain">The chain of whys.</param>
    /// <param name="state">The form.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<PostMortemView>> WriteAsync(
        PostMortemRequest request, Guid chain, ViewState state, CancellationToken cancellationToken)
    {
        var gap = request.PostMortem.WriteUp.WhyChains.FirstOrDefault(each => each.Id == chain)?.StructuralGap ?? "";
        var saved = await db.GapCauses.FindAsync([request.View.Number, chain], cancellationToken);
        if (gap.Length == 0)
        {
            return saved is null && IsAnswered(state)
                ? new Refusal("Write the structural gap that this class is for.", CauseField.Gap)
                : Remove(request, chain, saved);
        }

        var chosen = await chosenCauses.ReadAsync(state, request.By, request.Now, cancellationToken);
        if (!chosen.Ok)
        {
            return chosen.Refusal;
        }

        return (chosen.Value.Class ?? (saved is null ? null : chosen.Value.All.RootOf(saved.Class))) is { } cause
            ? Set(request, chain, saved, cause, request.View.Causes.GetValueOrDefault(chain))
            : request.View;
    }

    /// <summary>Forgets the class of a chain that is removed.</summary>
    public async Task RemoveAsync(int incident, Guid chain, CancellationToken cancellationToken)
    {
        if (await db.GapCauses.FindAsync([incident, chain], cancellationToken) is { } saved)
        {
            db.GapCauses.Remove(saved);
        }
    }

    private static bool IsAnswered(ViewState state) => CauseField.ReadClass(state) is not null || CauseField.ReadName(state).Length > 0;

    private static PostMortemView With(PostMortemView view, Guid chain, CauseClass? cause)
    {
        var causes = new Dictionary<Guid, CauseClass>(view.Causes);
        causes.Remove(chain);
        if (cause is not null)
        {
            causes[chain] = cause;
        }

        return view with { Causes = causes };
    }

    private PostMortemView Remove(PostMortemRequest request, Guid chain, GapCause? saved)
    {
        if (saved is null)
        {
            return request.View;
        }

        db.GapCauses.Remove(saved);
        request.PostMortem.WriteUp.RecordCause(chain, "", request.By, request.Now);
        return With(request.View, chain, null);
    }

    private PostMortemView Set(PostMortemRequest request, Guid chain, GapCause? saved, CauseClass cause, CauseClass? before)
    {
        var row = saved ?? db.GapCauses.Add(GapCause.Of(request.View.Number, chain)).Entity;
        row.Set(cause.Id, CauseSuggestions.TextOf(request.View, chain), request.By, request.Now);
        if (before?.Id != cause.Id)
        {
            request.PostMortem.WriteUp.RecordCause(chain, cause.Name, request.By, request.Now);
        }

        return With(request.View, chain, cause);
    }
}
