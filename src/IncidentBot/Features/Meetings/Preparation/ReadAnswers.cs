using IncidentBot.Domain;
using IncidentBot.Domain.Preparation;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>Answers "Read" in the overview: what people answered before the meeting, for the facilitator and the lead.</summary>
internal sealed class ReadAnswers(PostMortemForms forms, IOptions<IncidentsOptions> options) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        context => context.View.Rights.MayAskBeforeMeeting(context.By, options.Value.IsAdmin(context.By)) is { Refusal: { } refusal }
            ? refusal
            : AnswersModal.Render(context.View),
        cancellationToken);
}

/// <summary>The answers, newest request last.</summary>
internal static class AnswersModal
{
    /// <summary>A modal has 100 blocks, and each person takes two at most.</summary>
    private const int MostShown = 40;

    public static Modal Render(PostMortemView view) => new("Before the meeting")
    {
        Close = "Back",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw(
                "Only you, the lead and admins read this. Quote in the timeline only what people agreed to; let them say the rest.")),
            .. view.Asked.TakeLast(MostShown).SelectMany(request => Of(view, request)),
            .. view.Asked.Count <= MostShown
                ? Array.Empty<Block>()
                : [new ContextBlock(Mrkdwn.Text($"The newest {MostShown} of {view.Asked.Count} are shown."))],
            .. PreparationRules.IsOver(view.PostMortem)
                ? Array.Empty<Block>()
                : [new ActionsBlock(new Button(PostMortemActions.AskPeople, "Ask more people") { Value = view.Subject })],
        ],
    };

    private static IEnumerable<Block> Of(PostMortemView view, PreparationRequest request)
    {
        var answers = request.Questions.Zip(request.Answers).Where(pair => pair.Second.Length > 0)
            .Select(pair => Mrkdwn.Text($"*{pair.First}* {Mrkdwn.Escape(pair.Second, PreparationRequest.AnswerLimit)}"));
        yield return new SectionBlock(Mrkdwn.Join("\n", [Heading(view, request), .. answers]))
        {
            Accessory = request is { MayBeQuoted: true, QuotedIn: null } && view.PostMortem.WriteUp.PublishedAt is null
                ? new Button(PostMortemActions.QuoteAnswer, "Quote in timeline") { Value = PreparationCard.SubjectOf(request) }
                : null,
        };
    }

    private static Mrkdwn Heading(PostMortemView view, PreparationRequest request)
    {
        var entry = view.Entries.FirstOrDefault(each => each.Id == request.AboutEntry);
        return Mrkdwn.Join(
            " · ",
            Mrkdwn.User(request.Person.Value),
            Mrkdwn.Raw(request switch
            {
                { State: PreparationState.RatherTalk } => "would rather talk",
                { State: PreparationState.Waiting } => "no answer yet",
                { QuotedIn: not null } => "quoted in the timeline",
                { MayBeQuoted: true } => "may be quoted",
                _ => "not to be quoted",
            }),
            entry is null ? Mrkdwn.Empty : Mrkdwn.Text($"about {Mrkdwn.Date(entry.At)}"));
    }
}

/// <summary>Answers "Quote in timeline": adds a note with the answers where the questions were about.</summary>
internal sealed class QuoteAnswer(
    IncidentDb db, PostMortemChanges changes, ISlackApi slack, PeopleDirectory people, IOptions<IncidentsOptions> options)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, person) = PreparationCard.Read(request.Action.Data);
        if (await changes.PressAsync(request, number, context => QuoteAsync(context, number, person, cancellationToken), cancellationToken)
            is { } done && request.View is { } view)
        {
            var quoted = await db.PreparationRequests.FindAsync([number, person], cancellationToken);
            var asked = done.View.Asked.Select(each => each.IncidentNumber == number && each.Person == person ? quoted! : each);
            var answers = AnswersModal.Render(done.View with { Asked = [.. asked] });
            await slack.SendAsync(new ViewsUpdate(answers) { ViewId = view.Id }, cancellationToken);
        }
    }

    private async Task<Result> QuoteAsync(
        PostMortemRequest context, int number, PersonId person, CancellationToken cancellationToken)
    {
        if (context.View.Rights.MayAskBeforeMeeting(context.By, options.Value.IsAdmin(context.By)) is { Ok: false } refused)
        {
            return refused;
        }

        if (context.PostMortem.WriteUp.PublishedAt is not null)
        {
            return new Refusal("The write-up is published, so the timeline gets no more quotes.");
        }

        if (await db.PreparationRequests.FindAsync([number, person], cancellationToken) is not { } request)
        {
            return new Refusal("There is no such answer any more.");
        }

        var name = (await people.FindAsync(person, cancellationToken)).Name;
        var created = TimelineEntry.Create(Guid.CreateVersion7(context.Now), EntryOf(context.View, request, name), context.Now);
        var quoted = created.Ok ? request.Quote(created.Value.Id) : created.Refusal;
        if (quoted.Ok)
        {
            db.TimelineEntries.Add(created.Value!);
        }

        return quoted;
    }

    private static NewEntry EntryOf(PostMortemView view, PreparationRequest request, string name)
    {
        var about = view.Entries.FirstOrDefault(entry => entry.Id == request.AboutEntry);
        return new NewEntry(
            about?.IncidentNumber ?? view.Number,
            EntryKind.Note,
            EntrySource.Manual,
            about?.At ?? view.Incident.StartedAt,
            SlackText.Truncate($"Said before the meeting: {request.InOneText()}", TimelineEntry.TextLimit),
            name)
        { AuthorId = request.Person };
    }
}

/// <summary>What happens to a quote when its answer changes.</summary>
internal static class Quotes
{
    /// <summary>Takes the quote out of the timeline: the person changed the answer, or no longer agrees.</summary>
    public static async Task RemoveQuoteAsync(
        this IncidentDb db, PreparationRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.QuotedIn is { } id)
        {
            var entry = await db.TimelineEntries.SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
            entry?.Remove(true, request.Person, now);
            request.EndQuote();
        }
    }
}
