using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;

namespace IncidentBot.Features.ActionItems;

/// <summary>Reads what was typed after <c>/incident action</c>: the text, the owner and the due date.</summary>
internal sealed class TypedDrafts(ItemOwners owners, TimeProvider time)
{
    public async Task<Result<ActionDraft>> ReadAsync(VerbRequest request, Incident incident, CancellationToken cancellationToken)
    {
        var phrase = ActionPhrase.Read(request.Arguments);
        var (owner, refusal) = await owners.FindAsync(phrase.Owner, incident, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        if (phrase.Due is not { } typed)
        {
            return new ActionDraft(phrase.Text, owner);
        }

        var zone = owner?.Zone ?? await owners.ZoneAsync(request.Actor, cancellationToken);
        var due = DueDate.Parse(typed, time.GetUtcNow(), Zones.Find(zone));
        if (due.Ok)
        {
            return new ActionDraft(phrase.Text, owner, due.Value);
        }

        // In "sort by hand", "by" belongs to the text; "by 2020-01-01" is a date, though one that is refused.
        return DueDate.IsMeant(typed) ? due.Refusal : new ActionDraft($"{phrase.Text} by {typed}", owner);
    }
}
