using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// One action item in the effectiveness review: its success metric, the incidents since then, and the buttons or the answer.
/// </summary>
/// <param name="Item">The action.</param>
/// <param name="Reader">Who is asked.</param>
/// <param name="Incident">Its incident.</param>
/// <param name="Later">The incidents since it was done that the reader may see.</param>
/// <param name="SentAt">When the question was sent.</param>
/// <param name="Next">When the question is asked next.</param>
internal sealed record EffectivenessRow(
    ActionItem Item, PersonId Reader, Incident Incident, IReadOnlyList<LaterIncident> Later, DateTimeOffset SentAt, DateOnly? Next)
{
    /// <summary>Whether it can be answered here: it was done before the question was sent, and is not answered yet.</summary>
    public bool IsAsked => Item is { State: ActionState.Done, ClosedAt: { } done } && done < SentAt
        && (Item.Verdict is null || (Item.Verdict == EffectivenessVerdict.NotYet && Item.VerdictAt < SentAt));

    public IEnumerable<Block> Render()
    {
        yield return new SectionBlock(Mrkdwn.Join("\n", ActionWords.Title(Item), Metric(), Status())) { Accessory = ChangeMenu() };
        if (Item is { IsClosed: false })
        {
            yield return new ActionsBlock(ItemActions.Button(ItemActions.Done, "Done", Item));
        }
        else if (IsAsked)
        {
            yield return FollowUpActions.Answers(Item);
        }
    }

    private Mrkdwn Metric() => Item.SuccessMetric is { } metric
        ? Mrkdwn.Text(
            $"{(Item.Owner == Reader ? Mrkdwn.Empty : Mrkdwn.Text($"Owner: {Mrkdwn.User(Item.Owner.Value)} · "))}Success metric: {metric}")
        : Mrkdwn.Empty;

    private Mrkdwn Status() => Item switch
    {
        { State: ActionState.Dropped } => ActionWords.Of(Item),
        { IsClosed: false } =>
            Mrkdwn.Text($"Still open, {ActionWords.Due(Item, SentAt)}. Two weeks after it's done, I'll ask whether it worked."),
        _ when IsAsked => Mrkdwn.Text($"{Done()}. {FollowUpWords.IncidentsSince(Incident, Later)}"),
        { Verdict: null } => Mrkdwn.Text($":white_check_mark: {Done()}. On {Day(Next)} I'll ask whether it worked."),
        { VerdictBy: { } by } =>
            Mrkdwn.Text($":white_check_mark: {Done()}. {Mrkdwn.User(by.Value)}: {FollowUpWords.Of(Item)}.{NextStep()}"),
        _ => Mrkdwn.Text($"{Done()}."),
    };

    private Mrkdwn NextStep() => Item.Verdict switch
    {
        EffectivenessVerdict.NotYet => Mrkdwn.Text($" I'll ask again on {Day(Next)}."),
        EffectivenessVerdict.DidNotWork => Mrkdwn.Text($" {FollowUpWords.GapIsOpen}."),
        _ => Mrkdwn.Empty,
    };

    /// <summary>An answer can be changed at any time, as long as the message exists.</summary>
    private Overflow? ChangeMenu() => Item is { State: ActionState.Done, Verdict: { } verdict } && !IsAsked
        ? FollowUpActions.Menu(
            FollowUpActions.ChangeEffectiveness,
            FollowUpKey.Value(Item),
            Enum.GetValues<EffectivenessVerdict>().Where(other => other != verdict).Select(FollowUpActions.Of))
        : null;

    private Mrkdwn Done() => Item.ClosedAt is { } done
        ? Mrkdwn.Text($"Done on {ActionWords.Day(Zones.DateIn(done, Zones.Find(Item.DueZone)))}")
        : Mrkdwn.Raw("Done");

    private static string Day(DateOnly? day) => day is { } known ? ActionWords.Day(known) : "the review date";
}
