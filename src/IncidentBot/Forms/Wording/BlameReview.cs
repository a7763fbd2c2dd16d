using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Forms.Wording;

/// <summary>A reviewed form: either to continue with, or the answer to the person.</summary>
internal sealed record CheckedForm(OpenedForm Form, ViewSubmissionResponse? Instead = null)
{
    /// <summary>The texts that were just kept with a reason.</summary>
    public IReadOnlyList<AcceptedWording> Kept { get; init; } = [];

    public ViewSubmission Submission => Form.Submission;
}

/// <summary>
/// Checks the words of a form for blame when it is saved. A finding appears under its field, once, with a
/// rewrite and a field for a reason to keep the text; everything else stays as typed. Mentions of people are left to the rules
/// of the document, which refuse them.
/// </summary>
internal sealed class BlameReview(IncidentDb db, OpenedForms opened, PeopleAround people, TimeProvider time)
{
    private const string TakeOrKeep = "Reword this, use the rewrite below, or say below why it should stay. Then press Save again.";
    private const string ChangeOrKeep = "Reword this, or say below why it should stay. Then press Save again.";

    // More at a time would be a lecture; further findings appear when these are settled.
    private const int AtOnce = 4;

    /// <summary>Adds the reasons; the caller saves them with everything else.</summary>
    public async Task<CheckedForm> LookAsync(
        ViewSubmission submission, Incident incident, IReadOnlyList<ReviewedField> fields, CancellationToken cancellationToken)
    {
        var form = await opened.ReadAsync(submission, cancellationToken);
        var kept = await db.KeptWordings.Where(known => known.IncidentNumber == incident.Number).ToListAsync(cancellationToken);
        var around = await people.OfAsync(incident, cancellationToken);
        var remarks = fields.SelectMany(field => RemarksOn(field, form, around, kept)).ToList();
        var shown = remarks.FindAll(remark => remark.IsShown);
        var news = remarks.Where(remark => !remark.IsShown).Take(AtOnce - shown.Count(remark => !remark.IsAnswered)).ToList();
        if (news.Count > 0)
        {
            await opened.RememberAsync(submission.View, cancellationToken);
            return new CheckedForm(form, ViewSubmissionResponse.Update(ReviewedForm.Of(submission.View, [.. shown, .. news])));
        }

        if (shown.Find(remark => !remark.IsAnswered) is not null)
        {
            var sentences = shown.Where(remark => !remark.IsAnswered).DistinctBy(remark => remark.Field.Block)
                .ToDictionary(remark => remark.Field.Block, remark => remark.Finding.Rewrite is null ? ChangeOrKeep : TakeOrKeep);
            return new CheckedForm(form, form.Answer(ViewSubmissionResponse.Errors(sentences)));
        }

        return new CheckedForm(form) { Kept = Keep(shown, incident.Number, new PersonId(submission.User.Id)) };
    }

    /// <summary>The finding for one text, before a form shows it; null when there is none.</summary>
    public async Task<Remark?> LookAsync(ReviewedField field, string text, Incident incident, CancellationToken cancellationToken) =>
        TopFinding.In(text, field.Kind, await people.OfAsync(incident, cancellationToken)) is { } finding
            ? new Remark(field, new Worded(field.Kind, text), finding)
            : null;

    private List<AcceptedWording> Keep(List<Remark> remarks, int incident, PersonId by)
    {
        var now = time.GetUtcNow();
        List<AcceptedWording> kept =
        [
            .. remarks.DistinctBy(remark => (remark.Worded.Field, remark.Hash)).Select(remark =>
                AcceptedWording.Keep(Guid.CreateVersion7(now), incident, remark.Worded, remark.Finding.Rule, remark.Reason, by, now)),
        ];
        db.KeptWordings.AddRange(kept);
        return kept;
    }

    /// <summary>One open finding at a time for each field.</summary>
    private static IEnumerable<Remark> RemarksOn(
        ReviewedField field, OpenedForm form, PeoplePresent around, IReadOnlyCollection<AcceptedWording> kept)
    {
        if (field.OnlyIfTouched && !form.Submission.View.IsEdited(field.Block))
        {
            yield break;
        }

        var texts = field.TextsIn(form.Submission.View.State.Text(field.Block));
        foreach (var worded in texts.Where(worded => !kept.Any(known => known.IsOf(worded)) && !IsRefused(worded)))
        {
            if (TopFinding.In(worded.Text, worded.Field, around) is not { } finding)
            {
                continue;
            }

            var remark = new Remark(field, worded, finding);
            var isShown = form.Sent.InputBlockIds.Contains(remark.ReasonId);
            remark = remark with { IsShown = isShown, Reason = ReasonFor(remark, isShown, form.Sent) };
            yield return remark;
            if (!remark.IsAnswered)
            {
                yield break;
            }
        }
    }

    private static bool IsRefused(Worded worded) => worded.Field.NamesNobody() && !NoNames.Check(worded.Text, "").Ok;

    /// <summary>A reason for a text that has changed since is shown again, not accepted.</summary>
    private static string ReasonFor(Remark remark, bool isShown, ViewInfo sent) => isShown
        ? sent.State.Text(remark.ReasonId)
        : sent.InputBlockIds.Where(id => id.StartsWith(FieldIds.Reasons(remark.Field.Block), StringComparison.Ordinal))
            .Select(id => sent.State.Text(id)).FirstOrDefault(reason => reason.Length > 0) ?? "";
}
