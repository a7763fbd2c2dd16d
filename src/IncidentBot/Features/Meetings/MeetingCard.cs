using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentBot.Cards;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Meetings;

/// <summary>The newest invitation, drawn again so that it doesn't ask for someone who was found. Earlier ones stay as they were.</summary>
internal sealed class MeetingCard(PostMortemViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        return await views.LoadAsync(parts.Number(), cancellationToken) is { Ok: true, Value: var view }
            && view.PostMortem.Meeting is { Start: { } start } meeting && meeting.Moves == parts.Number(1)
                ? new CardView(Address.Incident(view.Number), MeetingMessage.Render(view, start, PreviousStart(parts)))
                : null;
    }

    private static DateTimeOffset? PreviousStart(ButtonValue parts) =>
        parts.Seconds(2) is > 0 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}

/// <summary>
/// The invitation is drawn again when someone facilitates or steps back, when someone can't attend, and when the meeting was held.
/// </summary>
internal sealed class MeetingRedraws : IRedrawRule
{
    private static readonly string[] Shown =
    [
        nameof(PostMortem.Facilitator), nameof(PostMortem.Meeting.HeldAt), nameof(PostMortem.WriteUp.PublishedAt),
    ];

    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answered = changes.Of<Invitee>(nameof(Invitee.DeclinedStart)).Any() ? changes.Of<PostMortem>() : [];
        foreach (var number in changes.Of<PostMortem>(Shown).Concat(answered).Select(postMortem => postMortem.IncidentNumber).Distinct())
        {
            var prefix = BotMessageNames.Card(BotMessageNames.Meeting, number.ToString(CultureInfo.InvariantCulture)) + ":";
            var names = await changes.Db.BotMessages.AsNoTracking()
                .Where(message => message.Name.StartsWith(prefix)).Select(message => message.Name).ToListAsync(cancellationToken);
            foreach (var name in names)
            {
                yield return Redraw.Of(
                    Lane.Incident(number), BotMessageNames.Meeting, name[(BotMessageNames.Meeting.Length + 1)..]);
            }
        }
    }
}
