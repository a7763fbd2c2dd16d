using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Reminders;

/// <summary>What a post-mortem needs next, with the buttons for it; once that was done, how the post-mortem stands.</summary>
internal sealed class PostMortemReminderCard(PostMortemViews views, TimeProvider time) : ICard
{
    /// <summary>Stored, as the others are.</summary>
    public const string AboutWriteUp = "write_up";

    private static readonly HashSet<string> NothingYet = [];

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var key = ReminderSubject.Read(subject);
        var now = time.GetUtcNow();
        var loaded = await views.LoadForReminderAsync(
            key.Number,
            postMortem => Due(postMortem, key, now) is { } due && PostMortemReminderMessage.SaysWhatIsMissing(due.Kind),
            cancellationToken);
        if (loaded is not { Ok: true, Value: var view })
        {
            return null;
        }

        return new CardView(
            Address.Person(key.Reader),
            Due(view.PostMortem, key, now) is { } due ? PostMortemReminderMessage.Render(view, due.Kind, now) : Closed(view, now));
    }

    /// <summary>What the section asks for now or, on its own day, later that day.</summary>
    private static PostMortemReminder? Due(PostMortem postMortem, ReminderSubject key, DateTimeOffset now)
    {
        var isToday = DateOnly.FromDateTime(now.UtcDateTime).DayNumber - key.Day.DayNumber is >= -1 and <= 1;
        DateTimeOffset[] instants = isToday ? [now, now.AddHours(12)] : [now];
        return instants.Select(instant => PostMortemReminders.Due(postMortem, instant, NothingYet))
            .FirstOrDefault(due => due is not null && About(due.Kind) == key.About);
    }

    /// <summary>What the reader is asked for; it is stored and never changes.</summary>
    public static string About(PostMortemReminderKind kind) => kind switch
    {
        PostMortemReminderKind.ShareSoon or PostMortemReminderKind.ShareWeekly => "sharing",
        PostMortemReminderKind.CorrectionWaits or PostMortemReminderKind.CorrectionWeekly => "correction",
        PostMortemReminderKind.DraftDue or PostMortemReminderKind.CorrectionsOver or PostMortemReminderKind.PublishSoon
            or PostMortemReminderKind.PublishDue or PostMortemReminderKind.PublishWeekly => AboutWriteUp,
        _ => "meeting",
    };

    /// <summary>One step is done; whoever did it goes on from here.</summary>
    private static MessageContent Closed(PostMortemView view, DateTimeOffset now)
    {
        var text = Mrkdwn.Text(
            $"Post-mortem of *{IncidentWords.Title(view.Incident)}*: {PostMortemWords.Status(view.PostMortem, now)}.");
        return new MessageContent(
            text,
            new SectionBlock(text)
            {
                Accessory = new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = view.Subject },
            });
    }
}
