using System.Runtime.CompilerServices;
using IncidentBot.Cards;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Preparation;
using IncidentBot.Effects;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>The direct message with the questions, which also shows how they were answered.</summary>
internal sealed class PreparationCard(IncidentDb db, IncidentLinks links) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var (number, person) = Read(subject);
        var request = await db.PreparationRequests.AsNoTracking()
            .SingleAsync(each => each.IncidentNumber == number && each.Person == person, cancellationToken);
        var incident = await db.Incidents.AsNoTracking().SingleAsync(each => each.Number == number, cancellationToken);
        var postMortem = await db.MeetingForAsync(number, cancellationToken);
        var entry = await db.TimelineEntries.AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == request.AboutEntry, cancellationToken);
        var about = PreparationWords.About(incident, postMortem, entry);
        var isOver = PreparationRules.IsOver(postMortem);
        return new CardView(Address.Person(person), await RenderAsync(request, about, isOver, cancellationToken))
        {
            IsSettled = isOver,
        };
    }

    /// <summary>"12:U024BE7LH": the incident and the person; also the value of the buttons.</summary>
    public static (int Number, PersonId Person) Read(string subject)
    {
        var parts = ButtonValue.Read(subject);
        return (parts.Number(), new PersonId(parts.Text(1)));
    }

    public static string SubjectOf(PreparationRequest request) => ButtonValue.Write(request.IncidentNumber, request.Person.Value);

    private async Task<MessageContent> RenderAsync(
        PreparationRequest request, Mrkdwn about, bool isOver, CancellationToken cancellationToken)
    {
        var questions = Mrkdwn.Join("\n", request.Questions.Select(question => Mrkdwn.Text($"• {question}")));
        var heading = Mrkdwn.Text($"{Mrkdwn.User(request.AskedBy.Value)} has questions for you before the post-mortem of {about}");
        var where = await links.OfAsync([request.IncidentNumber], cancellationToken);
        return new MessageContent(
            heading,
            [
                new SectionBlock(Mrkdwn.Join("\n", heading, questions, State(request, isOver))),
                .. isOver ? Array.Empty<Block>() : [Buttons(request)],
                .. where.IsEmpty ? Array.Empty<Block>() : [new ContextBlock(where)],
            ]);
    }

    private static Mrkdwn State(PreparationRequest request, bool isOver) => (request.State, isOver) switch
    {
        (PreparationState.Answered, _) => request.MayBeQuoted
            ? Mrkdwn.Raw(":white_check_mark: You answered, and may be quoted in the timeline.")
            : Mrkdwn.Raw(":white_check_mark: You answered. Only the facilitator and the lead read it."),
        (PreparationState.RatherTalk, _) => Mrkdwn.Raw(":speech_balloon: You would rather talk about it at the meeting."),
        (_, true) => Mrkdwn.Raw("The meeting is over. Thank you."),
        _ => Mrkdwn.Empty,
    };

    public static ActionsBlock Buttons(PreparationRequest request)
    {
        var value = SubjectOf(request);
        var answer = request.State == PreparationState.Answered
            ? new Button(PostMortemActions.AnswerQuestions, "Change answer") { Value = value }
            : new Button(PostMortemActions.AnswerQuestions, "Answer") { Value = value, Style = ButtonStyle.Primary };
        return request.State == PreparationState.RatherTalk
            ? new ActionsBlock(answer)
            : new ActionsBlock(answer, new Button(PostMortemActions.RatherTalk, "I'd rather talk") { Value = value });
    }
}

/// <summary>The message shows the request, and that the meeting is over.</summary>
internal sealed class PreparationRedraws : IRedrawRule
{
    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var request in changes.Of<PreparationRequest>())
        {
            yield return Of(request.Person, PreparationCard.SubjectOf(request));
            yield return InReminder(request);
        }

        var over = changes.Of<PostMortem>().Where(PreparationRules.IsOver).Select(each => each.IncidentNumber).ToList();
        foreach (var request in over.Count == 0 ? [] : await AskedAsync(changes.Db, over, cancellationToken))
        {
            yield return Of(request.Person, PreparationCard.SubjectOf(request));
            yield return InReminder(request);
        }
    }

    /// <summary>What people were asked before these meetings, also about the incidents that they cover.</summary>
    private static async Task<IReadOnlyList<PreparationRequest>> AskedAsync(
        IncidentDb db, List<int> numbers, CancellationToken cancellationToken)
    {
        var covered = await db.Incidents.AsNoTracking()
            .Where(incident => incident.CoveredBy != null && numbers.Contains(incident.CoveredBy.Value))
            .Select(incident => incident.Number).ToListAsync(cancellationToken);
        List<int> all = [.. numbers, .. covered];
        return await db.PreparationRequests.AsNoTracking().Where(request => all.Contains(request.IncidentNumber))
            .ToListAsync(cancellationToken);
    }

    private static Redraw InReminder(PreparationRequest request) =>
        Redraw.Of(Lane.Person(request.Person), BotMessageNames.PreparationDue, PreparationCard.SubjectOf(request));

    private static Redraw Of(PersonId person, string subject) =>
        new(Lane.Person(person), new RefreshCard(BotMessageNames.Preparation, subject));
}
