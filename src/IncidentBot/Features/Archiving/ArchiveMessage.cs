using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Archiving;

/// <summary>The messages about archiving the channel.</summary>
internal static class ArchiveMessage
{
    public static MessageContent Offer(int number)
    {
        var text = Mrkdwn.Text(
            $":file_cabinet: Archive this channel? The write-up of incident {number} is published. Timeline and write-up are "
                + $"kept, and people can still read and search the channel. *I can't undo this.*");
        var value = number.ToString(CultureInfo.InvariantCulture);
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(PostMortemActions.Archive, "Archive channel") { Value = value, Style = ButtonStyle.Danger, Confirm = Sure },
                new Button(PostMortemActions.KeepChannel, "Not yet") { Value = value }));
    }

    public static Mrkdwn Archiving(PersonId by) => Mrkdwn.Text(
        $":file_cabinet: {Mrkdwn.User(by.Value)} archived this channel. I'll read it one last time first.");

    public static Mrkdwn Kept(PersonId by, int offers, DateTimeOffset now) => offers < ArchiveOffers.MaxOffers
        ? Mrkdwn.Text($"{Mrkdwn.User(by.Value)} keeps this channel for now. I'll ask again on "
            + $"{Mrkdwn.Date(now + ArchiveOffers.Interval, "{date_short}")}.")
        : Mrkdwn.Text($"{Mrkdwn.User(by.Value)} keeps this channel. I won't ask again; you can still archive it in Slack.");

    public static MessageContent Farewell(int number, Mrkdwn writeUp) => MessageContent.Paragraph(Mrkdwn.Text(
        $":wave: This was incident {number}. {writeUp} tells the whole story. Action items stay with their owners, and the "
            + $"timeline is kept. If the problem comes back, declare a new incident."));

    private static ConfirmationDialog Sure => new(
        "Archive this channel?", new PlainText("The bot can't undo this, and can't read or post here afterwards."), "Archive", "Not yet")
    { Style = ButtonStyle.Danger };
}
