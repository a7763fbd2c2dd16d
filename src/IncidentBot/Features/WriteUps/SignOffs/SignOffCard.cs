using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Meetings;
using IncidentBot.Features.WriteUps.Corrections;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>
/// Asks someone who was not in the meeting, by DM, to read the draft and sign off on its actions. The draft is in the DM's thread.
/// </summary>
internal sealed class SignOffCard(IncidentDb db, PostMortemViews views, SlackWorkspace workspace) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var (number, person) = Read(subject);
        var view = await views.LoadAsync(number, cancellationToken);
        if (!view.Ok || view.Value.PostMortem.Meeting.Invitees.FirstOrDefault(invitee => invitee.Person == person) is not { } invitee)
        {
            return null;
        }

        var isPublished = view.Value.PostMortem.WriteUp.PublishedAt is not null;
        var name = isPublished ? BotMessageNames.WriteUpOf(number) : DraftCard.NameOf(number);
        var link = await db.BotMessages.FindAsync([name], cancellationToken) is { } shown
            ? Mrkdwn.Link(workspace.Permalink(shown.ChannelId, shown.Ts), isPublished ? "under the write-up" : "under the draft")
            : Mrkdwn.Empty;
        return new CardView(Address.Person(person), Render(view.Value, invitee, link, ButtonValue.Read(subject).Count > 2));
    }

    public static Button Button(PostMortemView view) =>
        new(PostMortemActions.SignOff, "Sign off") { Value = view.Subject, Style = ButtonStyle.Primary };

    /// <summary>"12:U024BE7LH".</summary>
    public static string Subject(int number, PersonId person) => ButtonValue.Write(number, person);

    /// <summary>The same for a reminder, which is a message of its own: "12:U024BE7LH:20260303".</summary>
    public static string Subject(int number, PersonId person, DateOnly day) => ButtonValue.Write(number, person, day);

    private static (int Number, PersonId Person) Read(string subject)
    {
        var parts = ButtonValue.Read(subject);
        return (parts.Number(), new PersonId(parts.Text(1)));
    }

    private static MessageContent Render(PostMortemView view, Invitee invitee, Mrkdwn link, bool asksAgain)
    {
        var postMortem = Mrkdwn.Text($"the post-mortem of *{IncidentWords.Title(view.Incident)}*");
        if (!invitee.IsSignOffPending || invitee.SignOffDue is not { } due)
        {
            return MessageContent.Paragraph(invitee.SignedOffAt is null
                ? Mrkdwn.Text($"Your sign-off on {postMortem} is no longer needed.")
                : Mrkdwn.Text($":white_check_mark: You signed off the {Document(view)} of {postMortem}. Thank you."));
        }

        var why = invitee.IsInvited ? Mrkdwn.Raw("You missed the meeting") : Mrkdwn.Raw("You were part of the incident");
        var where = link.IsEmpty ? Mrkdwn.Raw("under the draft") : link;
        var text = asksAgain
            ? Mrkdwn.Text(
                $"Please read the {Document(view)} of {postMortem}. Signing off means you read it and found no errors.\n"
                    + $"It was due on {ActionWords.Day(due)}. Spotted a mistake? Report it {where}.")
            : Mrkdwn.Text(
                $"{why}. Please read the {Document(view)} of {postMortem} in this thread and sign off by the end of "
                    + $"{ActionWords.Day(due)}.\nSpotted a mistake? Report it {where}.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new SectionBlock(Mrkdwn.Join("\n", [WriteUpMessage.ChangesHeading, .. Actions(view)])),
            new ActionsBlock(
                Button(view),
                new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = view.Subject }));
    }

    /// <summary>What there is to read by now.</summary>
    private static string Document(PostMortemView view) => view.PostMortem.WriteUp.PublishedAt is null ? "draft" : "write-up";

    private static IEnumerable<Mrkdwn> Actions(PostMortemView view) => view.Actions.Count > 0
        ? view.Actions.Select(action => Mrkdwn.Text(
            $"• {Mrkdwn.Escape(action.Text, 400)} — {Mrkdwn.User(action.Owner.Value)}, by {ActionWords.Day(action.DueDate)}"))
        : [Mrkdwn.Raw("No action items yet.")];
}
