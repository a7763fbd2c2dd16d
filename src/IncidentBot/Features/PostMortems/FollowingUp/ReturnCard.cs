using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Outbox;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Sweeps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.FollowingUp;

/// <summary>Which question whether it has come back: "12:20260515:U024BE7LH".</summary>
internal sealed record ReturnSubject(int Number, DateOnly On, PersonId Reader)
{
    private const string Day = "yyyyMMdd";

    public static ReturnSubject Read(string subject)
    {
        var parts = subject.Split(':');
        return new ReturnSubject(
            int.Parse(parts[0], CultureInfo.InvariantCulture), DateOnly.ParseExact(parts[1], Day, CultureInfo.InvariantCulture), new PersonId(parts[2]));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{On.ToString(Day, CultureInfo.InvariantCulture)}:{Reader}");
}

/// <summary>The DM that asks whether it has come back, with what the log knows; it shows what was answered.</summary>
internal sealed class ReturnCard(IncidentDb db, Dossiers dossiers, LaterIncidents later, IOptions<RemindersOptions> options) : ICard
{
    private const int MostShown = 5;
    private const int LongTitle = 300;

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var key = ReturnSubject.Read(subject);
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == key.Number, cancellationToken);
        if (await dossiers.LoadAsync(incident, cancellationToken) is not { Ok: true, Value: var dossier })
        {
            return null;
        }

        var since = await later.SinceItEndedAsync(incident, key.Reader, cancellationToken);
        return new CardView(Address.Person(key.Reader), Render(dossier, key, since));
    }

    private MessageContent Render(Dossier dossier, ReturnSubject key, IReadOnlyList<LaterIncident> since)
    {
        var text = Mrkdwn.Join(
            "\n",
            Mrkdwn.Text($"Has *{IncidentWords.Title(dossier.Incident)}* come back?"),
            FollowUpWords.Gap(dossier.PostMortem.WhyChain.StructuralGap) is { IsEmpty: false } gap ? Mrkdwn.Text($"The gap behind it: {gap}") : Mrkdwn.Empty);
        return new MessageContent(
            text,
            [
                new SectionBlock(text),
                new SectionBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw("*What the log knows since then*"), .. Known(dossier, since)])),
                new SectionBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw("*What became of the actions*"), .. Actions(dossier)])),
                .. Answers(dossier.PostMortem, key),
            ]);
    }

    private static IEnumerable<Mrkdwn> Known(Dossier dossier, IReadOnlyList<LaterIncident> since)
    {
        if (since.Count == 0)
        {
            return [dossier.Incident.Service is { } service ? Mrkdwn.Text($"Other incidents of {service}: none so far.") : FollowUpWords.Since(dossier.Incident, since)];
        }

        // The newest first: what is still remembered is easiest to judge.
        var shown = since.Reverse().Take(MostShown).Select(each =>
            Mrkdwn.Text($"• {each.Link}: {PostMortemWords.Fit(each.Title, LongTitle)}, {Mrkdwn.Date(each.StartedAt, "{date_short}")}"));
        return since.Count > MostShown ? shown.Append(Mrkdwn.Text($"and {since.Count - MostShown} more")) : shown;
    }

    private static IEnumerable<Mrkdwn> Actions(Dossier dossier) => dossier.Actions.Count == 0
        ? [Mrkdwn.Raw("There were none.")]
        : dossier.Actions.Select(action => Mrkdwn.Text($"• {PostMortemWords.Fit(action.Text, LongTitle)} — {ActionWords.Of(action)}"));

    private IEnumerable<Block> Answers(PostMortem postMortem, ReturnSubject key)
    {
        var value = FollowUpKey.Value(postMortem);
        var next = LookAgain.Later(postMortem.ReturnAnswers, options.Value.Quiet.Calendar);
        if (postMortem.ReturnAnswers is not [.., var last] || next?.On == key.On)
        {
            yield return new ActionsBlock(
                FollowUpActions.Button(FollowUpActions.NotBack, value),
                FollowUpActions.Button(FollowUpActions.CameBack, value),
                FollowUpActions.Button(FollowUpActions.TooEarly, value));
            yield return new ContextBlock(Mrkdwn.Raw("What others could learn from it belongs into the next retrospective; what helps on call, into the runbook."));
            yield break;
        }

        yield return new SectionBlock(Mrkdwn.Join(
            " ",
            Mrkdwn.Text($":white_check_mark: {Mrkdwn.User(last.By.Value)}: {FollowUpWords.Of(last)}."),
            last.Verdict == ReturnVerdict.CameBack ? Mrkdwn.Raw("The gap behind it is open again.") : Mrkdwn.Empty,
            next is null ? Mrkdwn.Empty : Mrkdwn.Text($"On {ActionWords.Day(next.On)} I ask once more.")))
        {
            Accessory = FollowUpActions.Menu(
                FollowUpActions.ChangeReturn, value, Enum.GetValues<ReturnVerdict>().Where(other => other != last.Verdict).Select(FollowUpActions.Of)),
        };
    }
}
