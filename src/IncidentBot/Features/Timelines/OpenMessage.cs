using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the message shortcut "Add to timeline": the form with the message's words and its own time.</summary>
internal sealed class OpenMessage(IncidentDb db, Access access, MessageStore record, EntryForms forms, ModalOpener modals) : IMessageShortcutHandler
{
    public async Task HandleAsync(MessageShortcut shortcut, CancellationToken cancellationToken)
    {
        var modal = await RenderAsync(shortcut, cancellationToken);
        await modals.ShowAsync(shortcut, modal, cancellationToken);
    }

    private async Task<Modal> RenderAsync(MessageShortcut shortcut, CancellationToken cancellationToken)
    {
        var person = new PersonId(shortcut.User.Id);
        if (await record.IncidentMeantAsync(shortcut.Channel.Id, shortcut.Message.Ts, cancellationToken) is not { } number)
        {
            return Notice("This is no incident's channel. A timeline takes messages of its own channel; declare an incident from this message instead.");
        }

        var found = await access.FindAsync(person, number, cancellationToken);
        if (!found.Ok)
        {
            return Notice(found.Refusal.Sentence);
        }

        if (await record.MergeAsync(number, shortcut.Channel.Id, shortcut.Message, cancellationToken) is not { } message)
        {
            return Notice("This message is the bot's or Slack's own. What it says is on the timeline already, as a fact.");
        }

        await db.SaveChangesAsync(cancellationToken);
        return EntryModal.Render(await forms.ForAsync(message, person, cancellationToken));
    }

    private static Modal Notice(string sentence) => new("Add to the timeline") { Close = "Close", Blocks = [new SectionBlock(Mrkdwn.Escape(sentence))] };
}
