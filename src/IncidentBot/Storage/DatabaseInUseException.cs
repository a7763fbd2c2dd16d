namespace IncidentBot.Storage;

/// <summary>Another process has the database.</summary>
internal sealed class DatabaseInUseException(string file, Exception held) : StartRefusedException(
    $"Another process uses the database {file}. SQLite serves one IncidentBot; for several set Storage__Provider=postgres.", held);
