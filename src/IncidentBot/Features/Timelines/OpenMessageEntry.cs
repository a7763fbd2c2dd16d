using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the message shortcut "Add to timeline": the form with the message's words and its own time.</summary>
internal sealed class OpenMessageEntry(
    IncidentDb db, Access access, MessageStore record, EntryForms forms, ModalOpener modals) : IMessageShortcutHandler
{
    public async Task HandleAsync(MessageShortcut shortcut, CancellationToken cancellationToken)
    {
        var modal = await RenderAsync(shortcut, cancellationToken);
        await modals.ShowAsync(shortcut, modal, cancellationToken);
    }

    private async Task<Modal> RenderAsync(MessageShortcut shortcut, CancellationToken cancellationToken)
    {
        var person = new PersonId(shortcut.User.Id);
        if (await record.IncidentForMessageAsync(shortcut.Channel.Id, shortcut.Message.Ts, cancellationToken) is not { } number)
        {
            return Notice("This isn't an incident's channel. Use this there, or declare an incident from the message.");
        }

        var found = await access.FindAsync(person, number, cancellationToken);
        if (!found.Ok)
        {
            return Notice(found.Refusal.Sentence);
        }

        if (await record.MergeAsync(number, shortcut.Channel.Id, shortcut.Message, cancellationToken) is not { } message)
        {
            return Notice("Messages from the bot or Slack can't be added; the timeline already shows what they report.");
        }

        await db.SaveChangesAsync(cancellationToken);
        return EntryModal.Render(await forms.ForAsync(message, person, cancellationToken));
    }

    private static Modal Notice(string sentence) =>
        new("Add to timeline") { Close = "Close", Blocks = [new SectionBlock(Mrkdwn.Escape(sentence))] };
}
