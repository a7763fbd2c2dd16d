using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>A correction and its answer, in the thread of the draft or of the published write-up.</summary>
internal sealed class CorrectionCard(PostMortemViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var key = CorrectionKey.Read(subject);
        var view = await views.LoadAsync(key.Number, cancellationToken);
        if (!view.Ok
            || view.Value.PostMortem.WriteUp.Corrections.FirstOrDefault(correction => correction.Id == key.Id) is not { } correction)
        {
            return null;
        }

        var content = Render(view.Value, correction, key);
        var isAfterPublishing = view.Value.PostMortem.WriteUp.PublishedAt <= correction.At;
        return isAfterPublishing
            ? new CardView(WriteUpCard.PlaceOf(view.Value.Incident), content, BotMessageNames.WriteUpOf(key.Number))
            : new CardView(Address.Incident(key.Number), content, DraftCard.NameOf(key.Number));
    }

    private static MessageContent Render(PostMortemView view, FactualCorrection correction, CorrectionKey key)
    {
        var sectionLabel = correction.Section is { } section ? $", {WriteUpSections.Of(section).Label}" : "";
        var text = Mrkdwn.Text(
            $":memo: *Correction*{sectionLabel}, by {Mrkdwn.User(correction.By.Value)}\n"
            + $"> {Mrkdwn.Escape(OneLine(correction.Text), 1000)}\n"
            + $"{Answer(view, correction)}");
        return new MessageContent(text, [new SectionBlock(text), .. Buttons(view, correction, key)]);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static Mrkdwn Answer(PostMortemView view, FactualCorrection correction) => (correction.Answer, correction.AnsweredBy) switch
    {
        (CorrectionAnswer.Accepted, { } by) when IsPending(view, correction) => Mrkdwn.Text(
            $":hourglass_flowing_sand: Accepted by {Mrkdwn.User(by.Value)}. Edit the section, or press *Already right* if it says so."),
        (CorrectionAnswer.Accepted, { } by) =>
            Mrkdwn.Text($":white_check_mark: Accepted by {Mrkdwn.User(by.Value)}; the document is corrected"),
        (CorrectionAnswer.AlreadyRight, { } by) =>
            Mrkdwn.Text($":white_check_mark: Accepted by {Mrkdwn.User(by.Value)}; the document already says so"),
        (CorrectionAnswer.Declined, { } by) => Mrkdwn.Text($":heavy_minus_sign: Declined by {Mrkdwn.User(by.Value)}: {correction.Reason}"),
        _ => Mrkdwn.Text($"{Responsible(view)}, please accept or decline."),
    };

    private static bool IsPending(PostMortemView view, FactualCorrection correction) =>
        view.PostMortem.WriteUp.PendingCorrections(view.EditedElsewhere).Contains(correction);

    private static Mrkdwn Responsible(PostMortemView view) => Mrkdwn.Join(
        " ",
        PostMortemReminders.Responsible(view.Incident.Lead, view.PostMortem.Facilitator, view.Incident.DeclaredBy)
            .Select(person => Mrkdwn.User(person.Value)));

    private static Button OpenButton(DocumentSection? section, string number) => section is { } known
        ? SectionButton.To(WriteUpSections.Of(known), number, $"Open: {WriteUpSections.Of(known).Label}")
        : new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = number };

    private static IEnumerable<ActionsBlock> Buttons(PostMortemView view, FactualCorrection correction, CorrectionKey key)
    {
        if (correction.Answer is CorrectionAnswer.Open)
        {
            yield return new ActionsBlock(
                new Button(PostMortemActions.AcceptCorrection, "Accept") { Value = key.Write(), Style = ButtonStyle.Primary },
                new Button(PostMortemActions.DeclineCorrection, "Decline…") { Value = key.Write() },
                OpenButton(correction.Section, view.Subject));
        }
        else if (IsPending(view, correction))
        {
            yield return new ActionsBlock(
                OpenButton(correction.Section, view.Subject),
                new Button(PostMortemActions.CorrectionAlreadyRight, "Already right") { Value = key.Write() });
        }
    }
}
