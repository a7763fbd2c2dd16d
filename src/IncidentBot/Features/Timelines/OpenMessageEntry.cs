using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the message shortcut "Add to timeline" with a form that holds the message's text and time.</summary>
internal sealed class OpenMessageEntry(
    IncidentDb db, Access access, MessageStore store, EntryForms forms, ModalOpener modals) : IMessageShortcutHandler
{
    public async Task HandleAsync(MessageShortcut shortcut, CancellationToken cancellationToken)
    {
        var modal = await RenderAsync(shortcut, cancellationToken);
        await modals.ShowAsync(shortcut, modal, cancellationToken);
    }

    private async Task<Modal> RenderAsync(MessageShortcut shortcut, CancellationToken cancellationToken)
    {
        var person = new PersonId(shortcut.User.Id);
        if ((await store.IncidentForMessageAsync(shortcut.Channel.Id, shortcut.Message.Ts, cancellationToken)
            ?? await db.IncidentOfThreadAsync(shortcut.Channel.Id, shortcut.Message.ThreadTs, cancellationToken)) is not { } number)
        {
            return Notice("This channel has no incident. Use the shortcut in an incident's channel, or declare from the message.");
        }

        var found = await access.FindAsync(person, number, cancellationToken);
        if (!found.Ok)
        {
            return Notice(found.Refusal.Sentence);
        }

        if (await store.MergeAsync(number, shortcut.Channel.Id, shortcut.Message, cancellationToken, store.Now) is not { } message)
        {
            return Notice("Messages from the bot or Slack can't be added. The timeline already shows what they report.");
        }

        await db.SaveChangesAsync(cancellationToken);
        return EntryModal.Render(await forms.ForAsync(message, person, cancellationToken));
    }

    private static Modal Notice(string sentence) =>
        new("Add to timeline") { Close = "Close", Blocks = [new SectionBlock(Mrkdwn.Escape(sentence))] };
}
