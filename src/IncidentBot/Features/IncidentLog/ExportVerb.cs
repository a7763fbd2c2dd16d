using System.Globalization;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.IncidentLog;

/// <summary>Answers <c>/incident export [filter]</c>, and "Export" in the log: the files come by direct message.</summary>
internal sealed class ExportVerb(IncidentDb db, TypedFilters filters, Replies replies, TimeProvider time) : IVerb, IBlockActionHandler
{
    public bool Accepts(string arguments) => TypedLogFilter.IsLikely(SlackText.Plain(arguments));

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var (filter, unclear) = await filters.ReadAsync(request, cancellationToken);
        return SlashCommandResponse.Ephemeral(
            unclear.IsEmpty ? await ExportAsync(request.Actor, filter, cancellationToken) : unclear);
    }

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var filter = LogPage.Read(request.Action.Data).Filter;
        await replies.SendAsync(request, await ExportAsync(new PersonId(request.User.Id), filter, cancellationToken), cancellationToken);
    }

    /// <summary>A second click within the minute asks for the same files.</summary>
    private async Task<Mrkdwn> ExportAsync(PersonId person, LogFilter filter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stamp = now.UtcDateTime.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        await db.EnqueueOnceAsync(
            ExportLog.LaneOf(person),
            new ExportLog(person, filter.Write(), stamp),
            $"export:{person}:{stamp}:{filter.Write()}",
            now,
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Mrkdwn.Join(
            " ",
            Mrkdwn.Raw("I'm writing the log to a CSV and a JSON file. Both come by direct message."),
            LogWords.Of(filter) is { IsEmpty: false } which ? Mrkdwn.Text($"Filter: {which}.") : Mrkdwn.Empty);
    }
}
