using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace IncidentBot.Storage;

/// <summary>
/// Where several objects share a row, a save compares the versions of those that changed and of no other. EF Core compares all of
/// them: whoever wrote a summary would have to do it again because someone moved the meeting.
/// </summary>
internal sealed class PartsOfRows : IModificationCommandFactory
{
    public IModificationCommand CreateModificationCommand(in ModificationCommandParameters modificationCommandParameters) =>
        new Command(modificationCommandParameters);

    public INonTrackedModificationCommand CreateNonTrackedModificationCommand(
        in NonTrackedModificationCommandParameters modificationCommandParameters) => new ModificationCommand(modificationCommandParameters);

    private sealed class Command(in ModificationCommandParameters parameters) : ModificationCommand(parameters)
    {
        public override void AddEntry(IUpdateEntry entry, bool mainEntry)
        {
            var isUntouched = entry.EntityState is EntityState.Modified && !entry.EntityType.GetProperties().Any(entry.IsModified);
            if (Entries.Count == 0 || !isUntouched)
            {
                base.AddEntry(entry, mainEntry);
            }
        }
    }
}
