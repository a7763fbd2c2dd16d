using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>
/// The draft in the incident's channel: until when corrections are open, how they were answered, and who signed off. The file is
/// in its thread.
/// </summary>
internal sealed class DraftCard(PostMortemViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(subject).Number();
        var view = await views.LoadAsync(number, cancellationToken);
        return view.Ok ? new CardView(Address.Incident(number), Render(view.Value)) : null;
    }

    /// <summary>The title of the draft's file.</summary>
    public const string FileTitle = "Draft of the post-mortem";

    public static string NameOf(int number) => BotMessageNames.Card(BotMessageNames.Draft, number);

    private static MessageContent Render(PostMortemView view)
    {
        var postMortem = view.PostMortem;
        var text = PostMortemClock.CorrectionsUntil(postMortem) is { } until
            ? Mrkdwn.Text(
                $"*The post-mortem draft is ready.* Please read it by {Mrkdwn.Date(until)}. "
                + $"If a fact is wrong, press *Something is wrong*; every correction is answered in this thread.")
            : Mrkdwn.Raw("*The post-mortem is published.* This was the draft.");
        var status = Mrkdwn.Join(" · ", [.. Corrections(postMortem), .. SignOffs(postMortem)]);
        return new MessageContent(
            text,
            [
                new SectionBlock(text),
                .. status.IsEmpty ? [] : new Block[] { new ContextBlock(status) },
                .. postMortem.WriteUp.PublishedAt is null ? [Buttons(view.Subject)] : Array.Empty<Block>(),
            ]);
    }

    private static IEnumerable<Mrkdwn> Corrections(PostMortem postMortem)
    {
        foreach (var answers in postMortem.WriteUp.Corrections
            .GroupBy(correction => correction.IsAccepted ? CorrectionAnswer.Accepted : correction.Answer).OrderBy(answers => answers.Key))
        {
            var word = answers.Key switch
            {
                CorrectionAnswer.Open => "unanswered",
                CorrectionAnswer.Accepted => "accepted",
                _ => "declined",
            };
            yield return Mrkdwn.Text($"{IncidentWords.Count(answers.Count(), "correction", "corrections")} {word}");
        }
    }

    private static IEnumerable<Mrkdwn> SignOffs(PostMortem postMortem)
    {
        var signedOff = postMortem.Meeting.Invitees.Where(invitee => invitee.SignedOffAt is not null)
            .Select(invitee => Mrkdwn.User(invitee.Person.Value))
            .ToList();
        if (signedOff.Count > 0)
        {
            yield return Mrkdwn.Text($"signed off by {Mrkdwn.Join(" ", signedOff)}");
        }

        var missing = postMortem.Meeting.Invitees.Count(invitee => invitee.IsSignOffPending);
        if (missing > 0)
        {
            yield return Mrkdwn.Text($"{missing} still to sign off");
        }
    }

    private static ActionsBlock Buttons(string subject) => new(
        new Button(PostMortemActions.OpenCorrection, "Something is wrong") { Value = subject },
        new Button(PostMortemActions.SignOff, "Sign off") { Value = subject, Style = ButtonStyle.Primary },
        new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = subject });
}
