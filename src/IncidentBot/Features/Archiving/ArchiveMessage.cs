using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Archiving;

/// <summary>What the channel is told about its end.</summary>
internal static class ArchiveMessage
{
    public static MessageContent Offer(int number)
    {
        var text = Mrkdwn.Text(
            $":file_cabinet: The write-up of incident {number} has been out for a while. Shall this channel go into the archive? Timeline and write-up are kept; people can still read and search it here. *I cannot undo it*: an archived channel is closed to me.");
        var value = number.ToString(CultureInfo.InvariantCulture);
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(PostMortemActions.Archive, "Archive the channel") { Value = value, Style = ButtonStyle.Danger, Confirm = Sure },
                new Button(PostMortemActions.KeepChannel, "Not yet") { Value = value }));
    }

    public static Mrkdwn Archiving(PersonId by) => Mrkdwn.Text(
        $":file_cabinet: {Mrkdwn.User(by.Value)} has this channel archived. It is read a last time first.");

    public static Mrkdwn Kept(PersonId by, int offers, DateTimeOffset now) => offers < ArchiveOffers.AtMost
        ? Mrkdwn.Text($"{Mrkdwn.User(by.Value)} keeps this channel for now. I ask again on {Mrkdwn.Date(now + ArchiveOffers.After, "{date_short}")}.")
        : Mrkdwn.Text($"{Mrkdwn.User(by.Value)} keeps this channel. I do not ask again; anybody who may can archive it in Slack.");

    public static MessageContent Farewell(int number, Mrkdwn writeUp) => MessageContent.Paragraph(Mrkdwn.Text(
        $":wave: This was incident {number}. {writeUp} tells the whole story; its action items stay with their owners, and the bot still knows its timeline. If it comes back, declare a new incident."));

    private static ConfirmationDialog Sure => new(
        "Archive this channel?", new PlainText("The bot cannot undo it, and cannot read or post here afterwards."), "Archive", "Not yet")
    { Style = ButtonStyle.Danger };
}
