using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Answers the handover form: the role changes and the handover becomes a timeline entry in one step, once even if submitted twice. The
/// channel and the new lead read it.
/// </summary>
internal sealed class HandOverLead(IncidentDb db, IncidentChanges changes, RoleCandidates candidates, PeopleDirectory people)
    : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var handover = HandoverModal.Read(submission.View.State);
        if (!handover.Ok)
        {
            return Answers.ToModal(handover.Refusal, HandoverModal.Blocks.State);
        }

        if (HandoverModal.ReadLead(submission.View.State) is not { } next)
        {
            return ViewSubmissionResponse.Error(HandoverModal.Blocks.Lead, "Choose who leads from now on.");
        }

        if (await candidates.RefuseAsync(next, HandoverModal.Blocks.Lead, cancellationToken) is { } refusal)
        {
            return Answers.ToModal(refusal, HandoverModal.Blocks.Lead);
        }

        var author = await people.FindAsync(new PersonId(submission.User.Id), cancellationToken);
        var words = Words(handover.Value, author.Id);
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(author.Id, number, RequestLedger.KeyOf(submission)) { Handover = words },
            (incident, now) =>
            {
                var entry = EntryOf(incident, handover.Value, author.Id, author.Name, now);
                var handedOver = entry.Ok ? incident.HandOver(next, author.Id, now) : entry.Refusal;
                if (handedOver.Ok)
                {
                    db.TimelineEntries.Add(entry.Value!);
                    db.PostInChannel(incident, MessageContent.Paragraph(words), now);
                }

                return handedOver;
            },
            cancellationToken);
        return outcome.Refusal is { } refused
            ? ViewSubmissionResponse.Error(refused.Field ?? HandoverModal.Blocks.Lead, refused.Sentence)
            : ViewSubmissionResponse.Clear;
    }

    private static Result<TimelineEntry> EntryOf(
        Incident incident, Handover handover, PersonId by, string name, DateTimeOffset now) => TimelineEntry.Create(
        Guid.CreateVersion7(now),
        new NewEntry(incident.Number, EntryKind.Note, EntrySource.Manual, now, handover.Entry, name)
        {
            AuthorId = by,
            ActorRole = incident.RoleOf(by),
        },
        now);

    private static Mrkdwn Words(Handover handover, PersonId by) => Mrkdwn.Join(
        "\n",
        [
            Mrkdwn.Text($"*Handover by {Mrkdwn.User(by.Value)}*"),
            .. handover.Parts.Select(part => Mrkdwn.Text($"*{part.Label}*  {part.Text}")),
        ]);
}
