using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>
/// The draft in the incident's channel: the time for corrections, their answers, and who signed off. The file is in
/// its thread.
/// </summary>
internal sealed class DraftCard(IncidentDb db, PostMortemViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(subject).Number();
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
        var view = await views.LoadAsync(incident, cancellationToken);
        return view.Ok ? new CardView(Address.Incident(number), Render(view.Value)) : null;
    }

    public static string NameOf(int number) => BotMessageNames.Card(BotMessageNames.Draft, number);

    private static MessageContent Render(PostMortemView view)
    {
        var postMortem = view.PostMortem;
        var text = PostMortemClock.CorrectionsUntil(postMortem) is { } until
            ? Mrkdwn.Text(
                $"*The post-mortem draft is ready.* Please read it by {Mrkdwn.Date(until)}. "
                + $"If a fact is wrong, press *Something is wrong*; every correction is answered in this thread.")
            : Mrkdwn.Raw("*The post-mortem is published.* This was the draft.");
        var standing = Mrkdwn.Join(" · ", [.. Corrections(postMortem), .. SignOffs(postMortem)]);
        return new MessageContent(
            text,
            [
                new SectionBlock(text),
                .. standing.IsEmpty ? [] : new Block[] { new ContextBlock(standing) },
                .. postMortem.WriteUp.PublishedAt is null ? [Buttons(view.Subject)] : Array.Empty<Block>(),
            ]);
    }

    private static IEnumerable<Mrkdwn> Corrections(PostMortem postMortem)
    {
        foreach (var answers in postMortem.WriteUp.Corrections.GroupBy(correction => correction.Answer).OrderBy(answers => answers.Key))
        {
            var word = answers.Key switch
            {
                CorrectionAnswer.Open => "unanswered",
                CorrectionAnswer.Accepted => "accepted",
                _ => "declined",
            };
            yield return Mrkdwn.Text($"{answers.Count()} {(answers.Count() == 1 ? "correction" : "corrections")} {word}");
        }
    }

    private static IEnumerable<Mrkdwn> SignOffs(PostMortem postMortem)
    {
        var signed = postMortem.Meeting.Invitees.Where(invitee => invitee.SignedOffAt is not null)
            .Select(invitee => Mrkdwn.User(invitee.Person.Value))
            .ToList();
        if (signed.Count > 0)
        {
            yield return Mrkdwn.Text($"signed off by {Mrkdwn.Join(" ", signed)}");
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
        new Button(CardActions.PostMortem, "Open post-mortem") { Value = subject });
}
