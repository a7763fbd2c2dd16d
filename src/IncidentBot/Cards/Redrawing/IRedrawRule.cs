using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards.Redrawing;

/// <summary>Says which saved changes redraw a card. Registered beside the card, and asked before every save.</summary>
internal interface IRedrawRule
{
    /// <summary>What these changes redraw. A rule queries nothing for changes that its card does not show.</summary>
    IAsyncEnumerable<Redraw> FindAsync(SavedChanges changes, CancellationToken cancellationToken);
}

/// <summary>One thing to redraw in Slack.</summary>
/// <param name="Lane">The lane in which it is drawn.</param>
/// <param name="Effect">What is drawn.</param>
/// <param name="RequiredMessage">The message that must have been posted, or be about to be; null when the change itself posts it.</param>
internal sealed record Redraw(string Lane, IEffect Effect, string? RequiredMessage = null)
{
    /// <summary>Redraws a card that is already in Slack; never posts it for the first time.</summary>
    public static Redraw Of(string lane, string card, string subject) =>
        new(lane, new RefreshCard(card, subject), BotMessageNames.Card(card, subject));

    /// <summary>The same for a card of an incident, in the incident's lane.</summary>
    public static Redraw Of(string card, int incident) =>
        Of(Delivery.Outbox.Lane.Incident(incident), card, incident.ToString(CultureInfo.InvariantCulture));
}
