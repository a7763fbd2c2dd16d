using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Debriefs;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Debriefs;

/// <summary>
/// Answers the debrief's form: the note is stored apart from the post-mortem, which is still due, and posted in the
/// channel, once however often it is sent.
/// </summary>
internal sealed class AddDebriefNote(IncidentDb db, Access access, RequestLedger ledger, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = RequestLedger.KeyOf(submission);
        if (await ledger.FindAsync(key, cancellationToken) is not null)
        {
            return ViewSubmissionResponse.Close;
        }

        var (person, now) = (new PersonId(submission.User.Id), time.GetUtcNow());
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var found = await access.FindAsync(person, number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(DebriefModal.Blocks.WhatHappened, found.Refusal.Sentence);
        }

        if (DebriefTime.Check(found.Value) is { Ok: false } tooEarly)
        {
            return ViewSubmissionResponse.Error(DebriefModal.Blocks.WhatHappened, tooEarly.Refusal.Sentence);
        }

        var written = DebriefNote.Write(Guid.CreateVersion7(now), number, DebriefModal.Read(submission.View.State), person, now);
        if (!written.Ok)
        {
            return ViewSubmissionResponse.Error(written.Refusal.Field ?? DebriefModal.Blocks.WhatHappened, written.Refusal.Sentence);
        }

        db.DebriefNotes.Add(written.Value);
        db.PostInChannel(found.Value, Echo(found.Value, written.Value), now);
        ledger.Record(key);
        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }

    private static MessageContent Echo(Incident incident, DebriefNote note)
    {
        var heading = Mrkdwn.Text($"*Debrief* by {Mrkdwn.User(note.By.Value)}");
        return new MessageContent(
            heading,
            new SectionBlock(Mrkdwn.Join("\n", heading, DebriefWords.Answers(note))),
            new ActionsBlock(new Button(CardActions.Debrief, "Add note") { Value = IncidentWords.Number(incident) }));
    }
}
