using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.ActionItems;

/// <summary>Answers the message shortcut "Make an action item": opens the form with the message's text.</summary>
internal sealed class MessageToItem(
    IncidentDb db, Access access, PlainMessageText plainText, ItemFormOpener forms, TimeProvider time) : IMessageShortcutHandler
{
    public async Task HandleAsync(MessageShortcut shortcut, CancellationToken cancellationToken)
    {
        if ((await db.IncidentForMessageAsync(shortcut.Channel.Id, shortcut.Message.Ts, time.GetUtcNow(), cancellationToken)
            ?? await db.IncidentOfThreadAsync(shortcut.Channel.Id, shortcut.Message.ThreadTs, cancellationToken)) is not { } known)
        {
            await forms.ShowAsync(shortcut, ItemResultModal.Render(Mrkdwn.Raw(
                "Action items belong to an incident. "
                + "Use this shortcut in an incident's channel, or declare an incident from the message.")), cancellationToken);
            return;
        }

        var text = await plainText.OfAsync(shortcut.Message.Words, cancellationToken);
        var person = new PersonId(shortcut.User.Id);
        var incident = await access.FindAsync(person, known, cancellationToken);
        var modal = incident.Ok
            ? await forms.NewAsync(
                new FormKey(known, Source: $"{shortcut.Channel.Id}:{shortcut.Message.Ts}"),
                incident.Value,
                new ActionDraft(text),
                person,
                cancellationToken)
            : ItemResultModal.Render(Mrkdwn.Escape(incident.Refusal.Sentence));
        await forms.ShowAsync(shortcut, modal, cancellationToken);
    }
}
