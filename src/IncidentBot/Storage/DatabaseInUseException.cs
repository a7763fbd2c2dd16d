namespace IncidentBot.Storage;

/// <summary>Another process is using the database.</summary>
internal sealed class DatabaseInUseException(string file, Exception held) : StartRefusedException(
    $"Another process is using the database {file}. SQLite serves one process; to run several, set Storage__Provider=postgres.", held);
