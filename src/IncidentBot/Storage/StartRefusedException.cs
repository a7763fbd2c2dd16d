namespace IncidentBot.Storage;

/// <summary>The service can't start as it is set up: one sentence for each thing that someone has to fix.</summary>
internal class StartRefusedException(IReadOnlyList<string> sentences, Exception? cause = null)
    : Exception(string.Join('\n', sentences), cause)
{
    public StartRefusedException(string sentence, Exception? cause = null)
        : this([sentence], cause)
    {
    }

    public IReadOnlyList<string> Sentences => sentences;
}
