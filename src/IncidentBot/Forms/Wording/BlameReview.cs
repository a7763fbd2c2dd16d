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

/// <summary>The form to go on with, or the response that shows findings instead.</summary>
internal sealed record BlameReviewResult(OpenedForm Form, ViewSubmissionResponse? Instead = null)
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
    private const string RewriteOrKeep = "Reword this, use the rewrite below, or say below why it should stay. Then press Save again.";
    private const string RewordOrKeep = "Reword this, or say below why it should stay. Then press Save again.";

    // More at a time would be a lecture; the others appear once these are answered.
    private const int AtOnce = 4;

    /// <summary>Reviews the fields of a form. Accepted wordings are added with their reasons; the caller saves.</summary>
    public async Task<BlameReviewResult> ReviewAsync(
        ViewSubmission submission, Incident incident, IReadOnlyList<ReviewedField> fields, CancellationToken cancellationToken)
    {
        var form = await opened.ReadAsync(submission, cancellationToken);
        var kept = await db.KeptWordings.Where(known => known.IncidentNumber == incident.Number).ToListAsync(cancellationToken);
        var around = await people.OfAsync(incident, cancellationToken);
        var findings = fields.SelectMany(field => FindingsIn(field, form, around, kept)).ToList();
        var shown = findings.FindAll(finding => finding.IsShown);
        var newFindings = findings.Where(finding => !finding.IsShown).Take(AtOnce - shown.Count(finding => !finding.IsAnswered)).ToList();
        if (newFindings.Count > 0)
        {
            await opened.RememberAsync(submission.View, cancellationToken);
            return new BlameReviewResult(form, ViewSubmissionResponse.Update(ReviewedForm.Of(submission.View, [.. shown, .. newFindings])));
        }

        if (shown.Find(finding => !finding.IsAnswered) is not null)
        {
            var sentences = shown.Where(finding => !finding.IsAnswered).DistinctBy(finding => finding.Field.Block)
                .ToDictionary(finding => finding.Field.Block, finding => finding.Blame.Rewrite is null ? RewordOrKeep : RewriteOrKeep);
            return new BlameReviewResult(form, form.Answer(ViewSubmissionResponse.Errors(sentences)));
        }

        return new BlameReviewResult(form) { Kept = Keep(shown, incident.Number, new PersonId(submission.User.Id)) };
    }

    /// <summary>The finding for one text, before a form shows it; null when there is none.</summary>
    public async Task<FieldFinding?> FindInAsync(
        ReviewedField field, string text, Incident incident, CancellationToken cancellationToken) =>
        TopFinding.In(text, field.Kind, await people.OfAsync(incident, cancellationToken)) is { } blame
            ? new FieldFinding(field, new FieldText(field.Kind, text), blame)
            : null;

    private List<AcceptedWording> Keep(List<FieldFinding> findings, int incident, PersonId by)
    {
        var now = time.GetUtcNow();
        List<AcceptedWording> kept =
        [
            .. findings.DistinctBy(finding => (finding.FieldText.Field, finding.Hash)).Select(finding =>
                AcceptedWording.Keep(Guid.CreateVersion7(now), incident, finding.FieldText, finding.Blame.Rule, finding.Reason, by, now)),
        ];
        db.KeptWordings.AddRange(kept);
        return kept;
    }

    /// <summary>One open finding at a time for each field.</summary>
    private static IEnumerable<FieldFinding> FindingsIn(
        ReviewedField field, OpenedForm form, PeoplePresent around, IReadOnlyCollection<AcceptedWording> kept)
    {
        if (field.OnlyIfEdited && !form.Submission.View.IsEdited(field.Block))
        {
            yield break;
        }

        var texts = field.TextsIn(form.Submission.View.State.Text(field.Block));
        foreach (var text in texts.Where(text => !kept.Any(known => known.Covers(text)) && !IsRefused(text)))
        {
            if (TopFinding.In(text.Text, text.Field, around) is not { } blame)
            {
                continue;
            }

            var finding = new FieldFinding(field, text, blame);
            var isShown = form.Sent.InputBlockIds.Contains(finding.ReasonId);
            finding = finding with { IsShown = isShown, Reason = ReasonFor(finding, isShown, form.Sent) };
            yield return finding;
            if (!finding.IsAnswered)
            {
                yield break;
            }
        }
    }

    private static bool IsRefused(FieldText text) => text.Field.ForbidsNames() && !NoNames.Check(text.Text, "").Ok;

    /// <summary>A reason for a text that has changed since is shown again, not accepted.</summary>
    private static string ReasonFor(FieldFinding finding, bool isShown, ViewInfo sent) => isShown
        ? sent.State.Text(finding.ReasonId)
        : sent.InputBlockIds.Where(id => id.StartsWith(FieldIds.Reasons(finding.Field.Block), StringComparison.Ordinal))
            .Select(id => sent.State.Text(id)).FirstOrDefault(reason => reason.Length > 0) ?? "";
}
