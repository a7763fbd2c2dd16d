using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.ActionItems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.FollowUps;

/// <summary>The progress review: the action items of a post-mortem, open ones first and with a button.</summary>
internal sealed class ProgressMessage(PostMortemViews views, TimeProvider time) : ICard
{
    private const string Question = "What have you learned since? What should change in how we handle incidents?";
    private const int MostShown = 20;
    private const int MostNotes = 3;
    private const int MaxNote = 250;

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var key = ReminderSubject.Read(subject);
        return await views.LoadAsync(key.Number, cancellationToken) is { Ok: true, Value: var view }
            ? new CardView(Address.Person(key.Reader), Render(view, time.GetUtcNow()))
            : null;
    }

    private static MessageContent Render(PostMortemView view, DateTimeOffset now)
    {
        var open = view.Actions.Count(action => !action.IsClosed);
        var of = Mrkdwn.Text($"from the post-mortem of *{IncidentWords.Title(view.Incident)}*");
        var text = open == 0
            ? Mrkdwn.Text($"All action items {of} are closed.")
            : Mrkdwn.Text(
                $"{Open(open, view.Actions.Count)} {of} {(open == 1 ? "is" : "are")} still open. Does anyone need help?");
        var rows = view.Actions.OrderBy(action => action.IsClosed).ThenBy(action => action.DueDate).Take(MostShown);
        return new MessageContent(
            text,
            [
                new SectionBlock(text),
                .. rows.Select(action => Row(action, now)),
                new SectionBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw(Question), .. Notes(view)])),
                Buttons(view),
            ]);
    }

    private static IEnumerable<Mrkdwn> Notes(PostMortemView view) => view.PostMortem.Reviews.Notes.TakeLast(MostNotes)
        .SelectMany(note => ReviewNoteWords.Of(note, MaxNote)).Select(line => Mrkdwn.Text($"• {line}"));

    private static SectionBlock Row(ActionItem action, DateTimeOffset now) =>
        new(Mrkdwn.Text($"{ActionWords.Title(action)}\n{ActionWords.Facts(action, now)}"))
        {
            Accessory = action.IsClosed ? null : ItemActions.Button(ItemActions.Edit, "Open", action),
        };

    /// <summary>"The action item", "2 of 3 action items".</summary>
    private static string Open(int open, int all) => all == 1 ? "The action item" : $"{open} of {all} action items";

    private static ActionsBlock Buttons(PostMortemView view) =>
        new(
            new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = view.Subject },
            FollowUpActions.Button(FollowUpActions.AddNote, view.Subject));

}
