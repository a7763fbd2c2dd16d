using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.NearMisses;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Declare.NearMisses;

/// <summary>
/// Answers the form of a near miss: it is posted in #incidents, once however often the form is sent. Of an anonymous report nothing that
/// identifies the reporter is stored: no row, no lane and no log line names them.
/// </summary>
internal sealed class ReportNearMiss(
    IncidentDb db, RequestLedger ledger, SlackWorkspace workspace, IOptions<IncidentsOptions> options, TimeProvider time)
    : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = RequestLedger.KeyOf(submission);
        if (await ledger.FindAsync(key, cancellationToken) is not null)
        {
            return ViewSubmissionResponse.Close;
        }

        var (state, now) = (submission.View.State, time.GetUtcNow());
        PersonId? by = NearMissModal.IsAnonymous(state) ? null : new PersonId(submission.User.Id);
        var reported = NearMiss.Report(NearMissModal.Read(state), by, now);
        if (!reported.Ok)
        {
            return ViewSubmissionResponse.Error(
                reported.Refusal.Field ?? NearMissModal.Blocks.WhatHappened, reported.Refusal.Sentence);
        }

        await SaveAsync(reported.Value, key, now, cancellationToken);
        return by is null
            ? ViewSubmissionResponse.Update(NearMissModal.Thanks(reported.Value, options.Value.AnnouncementChannel))
            : ViewSubmissionResponse.Close;
    }

    /// <summary>One transaction: the database gives the number, which the card carries.</summary>
    private Task SaveAsync(NearMiss nearMiss, string key, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                await ledger.ClaimAsync(key, cancellationToken);
                db.NearMisses.Add(nearMiss);
                await db.SaveChangesAsync(cancellationToken);
                var subject = nearMiss.Number.ToString(CultureInfo.InvariantCulture);
                db.Enqueue(NearMissCard.Lane, new RefreshCard(BotMessageNames.NearMiss, subject), now);
                if (nearMiss.ReportedBy is { } by)
                {
                    db.Enqueue(Lane.Person(by), new Post(Address.Person(by), Thanks(nearMiss)), now);
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private MessageContent Thanks(NearMiss nearMiss)
    {
        var place = workspace.AnnouncementChannelId is { } id
            ? Mrkdwn.Channel(id)
            : Mrkdwn.Text($"#{options.Value.AnnouncementChannel}");
        var text = Mrkdwn.Text(
            $"Thank you for reporting near miss {nearMiss.Number}. Everyone can learn from it in {place}, before it becomes an incident.");
        return new MessageContent(
            text, new SectionBlock(text), new ActionsBlock(NearMissPostMortemModal.Button(nearMiss)));
    }
}
