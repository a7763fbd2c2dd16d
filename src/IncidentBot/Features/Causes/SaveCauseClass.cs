using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using static IncidentBot.Features.Causes.CauseClassModal;

namespace IncidentBot.Features.Causes;

/// <summary>Answers the page of a class: renames, describes, merges or splits it. Only what was edited is changed.</summary>
internal sealed partial class SaveCauseClass(
    IncidentDb db, CauseUses uses, ISlackApi slack, TimeProvider time, ILogger<SaveCauseClass> logger) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var by = new PersonId(submission.User.Id);
        var all = await db.CauseClasses.ToListAsync(cancellationToken);
        var id = ButtonValue.Read(submission.View.PrivateMetadata).Id();
        if (all.Find(each => each.Id == id) is not { } cause)
        {
            return ViewSubmissionResponse.Error(Fields.Name, "This class no longer exists. Open the list again.");
        }

        var result = await ChangeAsync(cause, new CauseClasses(all), submission.View, by, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return ViewSubmissionResponse.Error(refusal.Field ?? Fields.Name, refusal.Sentence);
        }

        await db.SaveChangesAsync(cancellationToken);
        Log.Changed(logger, by, cause.Id);
        if (submission.View.PreviousViewId is { Length: > 0 } list)
        {
            var classes = CausesModal.Render(await uses.ListAsync(by, cancellationToken));
            await slack.SendAsync(new ViewsUpdate(classes) { ViewId = list }, cancellationToken);
        }

        return ViewSubmissionResponse.Close;
    }

    private async Task<Result> ChangeAsync(
        CauseClass cause, CauseClasses classes, ViewInfo view, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (Describe(cause, classes, view, by, now) is { Ok: false } refused)
        {
            return refused;
        }

        var (into, gaps) = (view.State.SelectedOption(Fields.MergeInto), view.State.SelectedOptions(Fields.SplitGaps));
        if (into is not null && gaps.Count > 0)
        {
            return new Refusal("Merge the class or split it, not both at once.", Fields.SplitGaps);
        }

        return into is not null ? Merge(cause, classes, into, by, now)
            : gaps.Count > 0 || view.State.Text(Fields.SplitName).Length > 0
                ? await SplitAsync(cause, classes, view.State, by, cancellationToken)
                : Result.Accepted;
    }

    private static Result Describe(CauseClass cause, CauseClasses classes, ViewInfo view, PersonId by, DateTimeOffset now)
    {
        var name = view.State.Text(Fields.Name);
        if (view.IsEdited(Fields.Name))
        {
            if (classes.Named(name) is { } other && other.Id != cause.Id)
            {
                return new Refusal("Another class has this name. To make the two one, merge this class into it.", Fields.Name);
            }

            if (cause.Rename(name, by, now) is { Ok: false } refused)
            {
                return refused;
            }
        }

        if (view.IsEdited(Fields.Sentence)
            && cause.Describe(view.State.Text(Fields.Sentence), by, now) is { Ok: false } unclear)
        {
            return unclear;
        }

        return view.IsEdited(Fields.Synonyms)
            ? cause.SetSynonyms(view.State.Text(Fields.Synonyms).Split('\n'), by, now)
            : Result.Accepted;
    }

    private static Result Merge(CauseClass cause, CauseClasses classes, string into, PersonId by, DateTimeOffset now) =>
        classes.RootOf(ButtonValue.Read(into).Id()) is { } other
            ? cause.MergeInto(other, by, now)
            : new Refusal("This class no longer exists. Open the list again.", Fields.MergeInto);

    /// <summary>Moves the chosen gaps, as far as the person may see their incidents, to a new class or one that exists.</summary>
    private async Task<Result> SplitAsync(
        CauseClass cause, CauseClasses classes, ViewState state, PersonId by, CancellationToken cancellationToken)
    {
        var (gaps, name) = (state.SelectedOptions(Fields.SplitGaps), state.Text(Fields.SplitName));
        if (gaps.Count == 0)
        {
            return new Refusal("Choose the incidents that belong to another class.", Fields.SplitGaps);
        }

        if (name.Length == 0)
        {
            return new Refusal("Name the class that these incidents belong to.", Fields.SplitName);
        }

        var now = time.GetUtcNow();
        if (classes.Named(name) is not { } target)
        {
            var created = CauseClass.Create(Guid.CreateVersion7(now), name, by, now);
            if (!created.Ok)
            {
                return created.Refusal with { Field = Fields.SplitName };
            }

            target = db.CauseClasses.Add(created.Value).Entity;
        }

        cause.RecordSplit(target, await MoveAsync(gaps, target, by, now, cancellationToken), by, now);
        return Result.Accepted;
    }

    private async Task<int> MoveAsync(
        IReadOnlyList<string> gaps, CauseClass target, PersonId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = gaps.Select(CauseUseKey.Read).ToHashSet();
        var numbers = keys.Select(key => key.Number).Distinct().ToList();
        var visible = await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(by))
            .Where(incident => numbers.Contains(incident.Number)).Select(incident => incident.Number).ToListAsync(cancellationToken);
        var rows = await db.GapCauses.Where(each => visible.Contains(each.IncidentNumber)).ToListAsync(cancellationToken);
        var moved = rows.FindAll(row =>
            keys.Contains((row.IncidentNumber, row.Chain)) && row.Set(target.Id, row.Text, by, now));
        return moved.Select(row => row.IncidentNumber).Distinct().Count();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Person} changed the cause class {Class}.")]
        public static partial void Changed(ILogger logger, PersonId person, Guid @class);
    }
}
