using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Forms;

/// <summary>A field that someone changed while someone else changed it to something different.</summary>
internal sealed record FieldConflict(string Block, FieldAnswer Theirs);

/// <summary>A form that several people may have open.</summary>
/// <param name="Now">The form as it would open now.</param>
/// <param name="WriterOf">Who changed the field with this block_id last.</param>
internal sealed record SharedForm(Modal Now, Func<string, PersonId?> WriterOf)
{
    /// <summary>The field that holds a list, one point a line; null when none does.</summary>
    public string? ListField { get; init; }
}

/// <summary>
/// Merges a submitted form with the current state: a change by only one side is kept; where both sides changed a field
/// differently, the person decides. A field that is no longer shown, or was not shown yet, counts as the other side's.
/// </summary>
internal sealed record FormMerge(ViewState State, IReadOnlyList<FieldConflict> Conflicts)
{
    /// <param name="view">The form as it was opened and as it was sent.</param>
    /// <param name="form">The form as it would open now.</param>
    public static FormMerge Of(ViewInfo view, SharedForm form)
    {
        var (shown, current) = (InitialValues.Of(view), InitialValues.Of(form.Now));
        var (merged, conflicts) = (view.State, new List<FieldConflict>());
        foreach (var block in shown.Fields().Union(current.Fields()))
        {
            var (before, mine, theirs) = (shown.Answer(block), view.State.Answer(block), current.Answer(block));
            if (theirs.SameAs(before) || theirs.SameAs(mine))
            {
                continue;
            }

            if (mine.SameAs(before))
            {
                merged = merged.With(block, current);
            }
            else if (block == form.ListField)
            {
                merged = merged.With(block, PointList.Merge(shown.Text(block), view.State.Text(block), current.Text(block)));
            }
            else if (current.Fields().Contains(block))
            {
                conflicts.Add(new FieldConflict(block, theirs));
            }
        }

        return new FormMerge(merged, conflicts);
    }
}
