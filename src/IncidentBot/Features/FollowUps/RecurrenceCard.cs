using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.FollowUps;

/// <summary>The subject of a recurrence card: "12:20260515:U024BE7LH".</summary>
internal sealed record RecurrenceSubject(int Number, DateOnly On, PersonId Reader)
{
    public static RecurrenceSubject Read(string subject)
    {
        var parts = ButtonValue.Read(subject);
        return new RecurrenceSubject(parts.Number(), parts.Day(1) ?? default, new PersonId(parts.Text(2)));
    }

    public override string ToString() => ButtonValue.Write(Number, On, Reader);
}

/// <summary>The DM that asks whether the incident has happened again. It lists later incidents, and shows the answer.</summary>
internal sealed class RecurrenceCard(PostMortemViews views, LaterIncidents later, IOptions<RemindersOptions> options) : ICard
{
    private const int MostShown = 5;
    private const int LongTitle = 300;

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var key = RecurrenceSubject.Read(subject);
        if (await views.LoadAsync(key.Number, cancellationToken) is not { Ok: true, Value: var view })
        {
            return null;
        }

        var since = await later.SinceEndAsync(view.Incident, key.Reader, cancellationToken);
        return new CardView(Address.Person(key.Reader), Render(view, key, since));
    }

    private MessageContent Render(PostMortemView view, RecurrenceSubject key, IReadOnlyList<LaterIncident> since)
    {
        var text = Mrkdwn.Join(
            "\n",
            Mrkdwn.Text($"Has *{IncidentWords.Title(view.Incident)}* happened again?"),
            FollowUpWords.Gap(view.PostMortem.WriteUp.WhyChain.StructuralGap) is { IsEmpty: false } gap
                ? Mrkdwn.Text($"Structural gap: {gap}")
                : Mrkdwn.Empty);
        return new MessageContent(
            text,
            [
                new SectionBlock(text),
                new SectionBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw("*Incidents since then*"), .. IncidentLines(view, since)])),
                new SectionBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw("*Action items*"), .. Actions(view)])),
                .. Answers(view.PostMortem, key),
            ]);
    }

    private static IEnumerable<Mrkdwn> IncidentLines(PostMortemView view, IReadOnlyList<LaterIncident> since)
    {
        if (since.Count == 0)
        {
            return
            [
                view.Incident.Service is { } service
                    ? Mrkdwn.Text($"No other {service} incidents so far.")
                    : FollowUpWords.IncidentsSince(view.Incident, since),
            ];
        }

        // Newest first, because recent incidents are easiest to judge.
        var shown = since.Reverse().Take(MostShown).Select(each =>
            Mrkdwn.Text($"• {each.Link}: {Mrkdwn.Escape(each.Title, LongTitle)}, {Mrkdwn.Date(each.StartedAt, "{date_short}")}"));
        return since.Count > MostShown ? shown.Append(Mrkdwn.Text($"and {since.Count - MostShown} more")) : shown;
    }

    private static IEnumerable<Mrkdwn> Actions(PostMortemView view) => view.Actions.Count == 0
        ? [Mrkdwn.Raw("None.")]
        : view.Actions.Select(action => Mrkdwn.Text($"• {Mrkdwn.Escape(action.Text, LongTitle)} — {ActionWords.Of(action)}"));

    private IEnumerable<Block> Answers(PostMortem postMortem, RecurrenceSubject key)
    {
        var value = FollowUpKey.Value(postMortem);
        var next = ReviewSchedule.SecondCheck(postMortem.Reviews.RecurrenceAnswers, options.Value.Quiet.Calendar);
        if (postMortem.Reviews.RecurrenceAnswers is not [.., var last] || next?.On <= key.On)
        {
            yield return FollowUpActions.Answers(postMortem);
            yield return new ContextBlock(
                Mrkdwn.Raw("Take lessons for other teams to the next retrospective, and put lessons for on-call in the runbook."));
            yield break;
        }

        yield return new SectionBlock(Mrkdwn.Join(
            " ",
            Mrkdwn.Text($":white_check_mark: {Mrkdwn.User(last.By.Value)}: {FollowUpWords.Of(last)}."),
            last.Verdict == RecurrenceVerdict.CameBack ? Mrkdwn.Text($"{FollowUpWords.GapIsOpen}.") : Mrkdwn.Empty,
            next is null ? Mrkdwn.Empty : Mrkdwn.Text($"I'll ask again on {ActionWords.Day(next.On)}.")))
        {
            Accessory = FollowUpActions.Menu(
                FollowUpActions.ChangeRecurrence,
                value,
                Enum.GetValues<RecurrenceVerdict>().Where(other => other != last.Verdict).Select(FollowUpActions.Of)),
        };
    }
}
