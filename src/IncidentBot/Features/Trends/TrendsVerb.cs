using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Trends;

/// <summary>Answers <c>/incident trends [3m|6m|12m]</c>.</summary>
internal sealed class TrendsVerb(TrendsReader reader, ModalOpener modals, TimeProvider time) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length == 0 || TrendsKey.PeriodOf(arguments) is not null;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var months = TrendsKey.PeriodOf(request.Arguments) ?? TrendsKey.Periods[0];
        var (key, now) = (new TrendsKey(months, TrendsPage.Repeats, request.Command.ChannelId, ""), time.GetUtcNow());
        var view = await reader.ReadAsync(key, now, cancellationToken);
        return await modals.AnswerAsync(request.Command, TrendsModal.Render(view, now), cancellationToken);
    }
}

/// <summary>Answers another period, service or page.</summary>
internal sealed class ChangeTrends(TrendsReader reader, ISlackApi slack, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.View is not { } modal)
        {
            return;
        }

        var key = TrendsKey.Read(modal.PrivateMetadata);
        key = request.Action.ActionId switch
        {
            TrendsModal.Period => key with { Months = TrendsKey.PeriodOf(request.Action.Data) ?? key.Months },
            TrendsModal.Service => key with { Service = TrendsModal.ReadService(request.Action.Data) },
            _ => key with { Page = key.Page == TrendsPage.Health ? TrendsPage.Repeats : TrendsPage.Health },
        };
        var now = time.GetUtcNow();
        var view = await reader.ReadAsync(key, now, cancellationToken);
        await slack.SendAsync(new ViewsUpdate(TrendsModal.Render(view, now)) { ViewId = modal.Id }, cancellationToken);
    }
}

/// <summary>Answers "Open list" beside a figure: the list that the figure counts, and how it is computed.</summary>
internal sealed class OpenFigure(TrendsReader reader, FigureLists lists, ModalOpener modals, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.View is not { } modal || ButtonValue.Read(request.Action.Data).Member<Figure>() is not { } figure)
        {
            return;
        }

        var (key, now) = (TrendsKey.Read(modal.PrivateMetadata), time.GetUtcNow());
        var window = await reader.WindowAsync(key, now, cancellationToken);
        var list = await lists.OfAsync(figure, window, new PersonId(request.User.Id), (0, now), cancellationToken);
        await modals.ShowAsync(request, FigureModal.Render(list, modal.PrivateMetadata), cancellationToken);
    }
}

/// <summary>Answers "Next page" and "Previous page" in such a list.</summary>
internal sealed class TurnFigureList(TrendsReader reader, FigureLists lists, ISlackApi slack, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(request.Action.Data);
        if (request.View is not { } modal || value.Member<Figure>() is not { } figure)
        {
            return;
        }

        var now = time.GetUtcNow();
        var window = await reader.WindowAsync(TrendsKey.Read(modal.PrivateMetadata), now, cancellationToken);
        var list = await lists.OfAsync(
            figure, window, new PersonId(request.User.Id), (Math.Max(0, value.Number(1)), now), cancellationToken);
        await slack.SendAsync(
            new ViewsUpdate(FigureModal.Render(list, modal.PrivateMetadata)) { ViewId = modal.Id }, cancellationToken);
    }
}

/// <summary>Answers "Share in channel": posts the figures where the command was typed, once for each modal and page.</summary>
internal sealed class ShareTrends(TrendsReader reader, IncidentDb db, ISlackApi slack, RequestLedger ledger, TimeProvider time)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.View is not { } modal || TrendsKey.Read(modal.PrivateMetadata) is not { Channel.Length: > 0 } key)
        {
            return;
        }

        var now = time.GetUtcNow();
        var view = await reader.ReadAsync(key, now, cancellationToken);
        var shared = await IsFirstAsync($"trends_shared:{modal.Id}:{key}", cancellationToken)
            ? await slack.SendAsync(Message(view, request.User.Id, now), cancellationToken)
            : null;
        var note = shared switch
        {
            { Ok: false, Error: "not_in_channel" or "channel_not_found" } =>
                "Not shared: I'm not in that channel. Invite me with `/invite`, open the trends again and share them.",
            { Ok: false } => "Not shared: Slack is having trouble. Open the trends again in a minute and share them.",
            _ => ":white_check_mark: Shared in the channel.",
        };
        await slack.SendAsync(new ViewsUpdate(TrendsModal.Render(view, now, note)) { ViewId = modal.Id }, cancellationToken);
    }

    private static ChatPostMessage Message(TrendsView view, string by, DateTimeOffset now) => new(view.Key.Channel)
    {
        Text = TrendsText.Heading(view.Key),
        Blocks =
        [
            new SectionBlock(TrendsText.Heading(view.Key)),
            .. TrendsText.Lines(view, now).Select(line => new SectionBlock(line.Text)),
            new ContextBlock(Mrkdwn.Text($"Shared by {Mrkdwn.User(by)}")),
        ],
    };

    private async Task<bool> IsFirstAsync(string key, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(key, cancellationToken) is not null)
        {
            return false;
        }

        ledger.Record(key);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (DuplicateKey.Is(exception))
        {
            return false;
        }
    }
}
