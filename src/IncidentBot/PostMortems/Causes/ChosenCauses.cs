using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Causes;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Causes;

/// <summary>What a form says about the class.</summary>
/// <param name="Class">The chosen class; null when nothing was chosen.</param>
/// <param name="All">All classes.</param>
internal sealed record ChosenCause(CauseClass? Class, CauseClasses All);

/// <summary>Reads the class that a form chose or named; a new one is added. The caller saves.</summary>
internal sealed class ChosenCauses(IncidentDb db)
{
    /// <summary>A typed name wins, because it was typed on purpose; the name of a known class means that class.</summary>
    public async Task<Result<ChosenCause>> ReadAsync(
        ViewState state, PersonId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var classes = new CauseClasses(await db.CauseClasses.ToListAsync(cancellationToken));
        var (value, name) = (CauseField.ReadClass(state), CauseField.ReadName(state));
        if (name.Length > 0)
        {
            return classes.Named(name) is { } known ? new ChosenCause(known, classes) : Create(name, classes, by, now);
        }

        return value switch
        {
            null => new ChosenCause(null, classes),
            CauseField.New => new Refusal("Name the new class, or choose one of the others above.", CauseField.Name),
            _ => classes.RootOf(ButtonValue.Read(value).Id()) is { } cause
                ? new ChosenCause(cause, classes)
                : new Refusal("This class no longer exists. Choose another one.", CauseField.Class),
        };
    }

    private Result<ChosenCause> Create(string name, CauseClasses classes, PersonId by, DateTimeOffset now)
    {
        var created = CauseClass.Create(Guid.CreateVersion7(now), name, by, now);
        return created.Ok
            ? new ChosenCause(db.CauseClasses.Add(created.Value).Entity, classes)
            : created.Refusal with { Field = CauseField.Name };
    }
}
