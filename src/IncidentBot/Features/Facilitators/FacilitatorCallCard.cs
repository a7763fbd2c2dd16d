using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Facilitators;

/// <summary>The call for a volunteer; later it shows who facilitates, or that no one is needed any more.</summary>
internal sealed class FacilitatorCallCard(PostMortemViews views, TimeProvider time) : ICard
{
    /// <summary>Asks everyone who may see the incident.</summary>
    public static Post Post(Incident incident, MessageContent content) => IncidentPosts.InPublic(incident, content) with
    {
        Name = BotMessageNames.Card(BotMessageNames.FacilitatorCall, incident.Number),
    };

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        if (!int.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await views.LoadAsync(number, cancellationToken) is not { Ok: true, Value: var view })
        {
            return null;
        }

        var of = Mrkdwn.Text($"the post-mortem of {IncidentWords.Title(view.Incident)}");
        var content = view.PostMortem switch
        {
            { IsMeetingAhead: false } =>
                MessageContent.Paragraph(Mrkdwn.Text(
                    $"No facilitator needed for {of}: {PostMortemWords.Status(view.PostMortem, time.GetUtcNow())}.")),
            { Facilitator: { } facilitator } =>
                MessageContent.Paragraph(Mrkdwn.Text($"{Mrkdwn.User(facilitator.Value)} facilitates {of}.")),
            _ => FacilitatorMessage.Call(view.Incident),
        };
        var place = IncidentPosts.InPublic(view.Incident, content);
        return new CardView(place.To, content);
    }
}

/// <summary>The call is drawn again when someone facilitates, and when no one is needed any more.</summary>
internal sealed class FacilitatorCallRedraws : IRedrawRule
{
    private static readonly string[] Shown =
    [
        nameof(PostMortem.Facilitator), nameof(PostMortem.State), nameof(PostMortem.Meeting.HeldAt), nameof(PostMortem.WriteUp.PublishedAt),
    ];

    public IAsyncEnumerable<Redraw> FindAsync(SavedChanges changes, CancellationToken cancellationToken) =>
        changes.Of<PostMortem>(Shown).Select(postMortem => Redraw.Of(BotMessageNames.FacilitatorCall, postMortem.IncidentNumber))
            .ToAsyncEnumerable();
}
