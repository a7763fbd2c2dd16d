using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.WriteUps.Sharing;

/// <summary>Posted in the incident's channel after publishing: whom to share the write-up with within a week, and what is done.</summary>
internal sealed class SharingCard(PostMortemViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(subject).Number();
        var view = await views.LoadAsync(number, cancellationToken);
        return view is { Ok: true, Value: { PostMortem.WriteUp.ShareBy: { } until } value }
            ? new CardView(Address.Incident(number), Render(value, until))
            : null;
    }

    private static MessageContent Render(PostMortemView view, DateTimeOffset until)
    {
        var open = view.PostMortem.WriteUp.OpenSharingSteps;
        var heading = open.Count == 0
            ? Mrkdwn.Raw("*The write-up is published and shared.*")
            : Mrkdwn.Text($"*The write-up is published.* Share it by {Mrkdwn.Date(until)}:");
        var text = Mrkdwn.Join("\n", [heading, .. Enum.GetValues<SharingStep>().Select(step => Line(view.PostMortem, step))]);
        return new MessageContent(
            text,
            [
                new SectionBlock(text),
                new ActionsBlock([.. Enum.GetValues<SharingStep>().Select(step => SharingWords.Button(step, view.Subject))]),
            ]);
    }

    private static Mrkdwn Line(PostMortem postMortem, SharingStep step)
    {
        var done = postMortem.WriteUp.Shared.Where(shared => shared.Step == step).ToList();
        if (done.Count == 0)
        {
            return Mrkdwn.Text($":white_small_square: {SharingWords.Task(step)}");
        }

        var recipients = done.SelectMany(shared => shared.Told).Select(person => Mrkdwn.User(person.Value));
        var otherWays = done.Select(shared => shared.How).OfType<string>().Select(how => Mrkdwn.Escape(how));
        return Mrkdwn.Text($":white_check_mark: {SharingWords.Task(step)}: {Mrkdwn.Join(", ", recipients.Concat(otherWays))}");
    }
}
