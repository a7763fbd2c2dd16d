using IncidentBot.Domain;
using IncidentBot.Forms;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines;

/// <summary>Reads the form of an entry that others may have changed since it was opened.</summary>
internal sealed class EntryAnswers(EntryForms forms, SharedForms shared)
{
    /// <summary>Removed entries can't be opened, so a removed one was removed while this form was open.</summary>
    public async Task<SharedAnswers> ReadAsync(
        ViewSubmission submission, EntryFormTarget target, PersonId person, CancellationToken cancellationToken)
    {
        if (target is { Message: null, Entry: { IsRemoved: true } removed })
        {
            var name = await shared.NameAsync(removed.EditedBy, submission, cancellationToken);
            var warning = await shared.WarnOnceAsync(
                submission,
                new Dictionary<string, string>
                {
                    [EntryModal.Blocks.Text] = $"{name} removed this entry. Press Save again to restore it as shown here.",
                },
                $"removed {removed.Version}",
                cancellationToken);
            return new SharedAnswers(submission.View.State, warning);
        }

        var current = target.Message is { } message
            ? await forms.ForAsync(message, person, cancellationToken)
            : await forms.ForAsync(target.Entry!, person, cancellationToken);
        var form = new SharedForm(EntryModal.Render(current), _ => target.Entry?.EditedBy);
        return await shared.ReadAsync(submission, form, cancellationToken);
    }
}
