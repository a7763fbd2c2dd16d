using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Time;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.IncidentLog;

/// <summary>Answers <c>/incident log [filter]</c>: the incidents that the person may see, newest first.</summary>
internal sealed class LogVerb(LogPages pages, TypedFilters filters) : IVerb
{
    public bool Accepts(string arguments) => TypedLogFilter.IsLikely(SlackText.Plain(arguments));

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var (filter, note) = await filters.ReadAsync(request, cancellationToken);
        var (heading, blocks) = await pages.RenderAsync(request.Actor, new LogPage(filter), note, cancellationToken);
        var isTitle = !note.IsEmpty && request.IncidentNumber is null;
        return SlashCommandResponse.Ephemeral(heading, [.. blocks, .. isTitle ? DeclareOffer.Render(request.Command.Text) : []]);
    }
}

/// <summary>Reads a typed filter in the time zone of the person who typed it.</summary>
internal sealed class TypedFilters(IncidentDb db, PeopleDirectory people, TimeProvider time)
{
    /// <summary>The filter, and a sentence on what was not understood; empty when everything was.</summary>
    public async Task<(LogFilter Filter, Mrkdwn Note)> ReadAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(request.Actor, cancellationToken);
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        var today = Zones.DateIn(time.GetUtcNow(), Zones.Find(person.Zone));
        var (filter, unclear) = TypedLogFilter.Read(SlackText.Plain(request.Arguments), today);
        return (filter, unclear.Count == 0 ? Mrkdwn.Empty : NotUnderstood(unclear));
    }

    private static Mrkdwn NotUnderstood(IReadOnlyList<string> words)
    {
        var quoted = Mrkdwn.Join(", ", words.Select(word => Mrkdwn.Text($"“{word}”")));
        return Mrkdwn.Text($"I didn't understand {quoted}. {Mrkdwn.Raw(LogWords.Help)}");
    }
}

/// <summary>Answers "Older" and "Newer" in the log, and "Open the log" under a message.</summary>
internal sealed class TurnLogPage(LogPages pages, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var page = LogPage.Read(request.Action.Data);
        var (heading, blocks) = await pages.RenderAsync(new PersonId(request.User.Id), page, Mrkdwn.Empty, cancellationToken);

        // What everyone sees stays as it is; the log appears below it.
        await (request.Action.ActionId == LogActions.Open
            ? replies.SendAsync(request, heading, blocks, cancellationToken)
            : replies.ReplaceAsync(request, heading, blocks, cancellationToken));
    }
}

/// <summary>Answers "Share in channel": posts the page with what everyone may see.</summary>
internal sealed class ShareLog(LogPages pages, ResponseUrls responseUrls, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.ResponseUrl.Length == 0)
        {
            await replies.SendAsync(request, Mrkdwn.Raw("Type `log` in the channel in which you want to share it."), cancellationToken);
            return;
        }

        var page = LogPage.Read(request.Action.Data);
        var (rows, hidden) = await pages.ShareAsync(new PersonId(request.User.Id), page, cancellationToken);
        if (rows.Count > 0)
        {
            var about = Mrkdwn.Join(" · ", Mrkdwn.Text($"shared by {Mrkdwn.User(request.User.Id)}"), LogWords.Of(page.Filter));
            await responseUrls.PostAsync(
                request.ResponseUrl,
                new ResponseUrlMessage
                {
                    Text = Mrkdwn.Raw(LogWords.Title),
                    Blocks =
                    [
                        new HeaderBlock(LogWords.Title),
                        new ContextBlock(about),
                        .. rows,
                        new ActionsBlock(new Button(LogActions.Open, "Open the log") { Value = new LogPage(page.Filter).Write() }),
                    ],
                    ResponseType = ResponseType.InChannel,
                    ReplaceOriginal = false,
                },
                cancellationToken);
        }

        // Only the person who shares hears of it: that there is a private incident is nobody else's business.
        if (hidden > 0)
        {
            await replies.SendAsync(request, HiddenNote(rows.Count, hidden), cancellationToken);
        }
    }

    private static Mrkdwn HiddenNote(int shared, int hidden)
    {
        var left = hidden == 1 ? "1 private incident is left out." : $"{hidden} private incidents are left out.";
        return Mrkdwn.Text($"{(shared == 0 ? "Nothing is shared:" : "Shared.")} {left}");
    }
}
