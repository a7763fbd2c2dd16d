namespace IncidentBot.Commands;

/// <summary>
/// The first word of what someone typed, and the rest, trimmed. A word ends at any white space: people paste line breaks, tabs and
/// no-break spaces.
/// </summary>
internal readonly record struct FirstWord(string Word, string Rest)
{
    public static FirstWord Of(string text)
    {
        var words = text.Trim().Split((char[]?)null, 2);
        return new FirstWord(words[0], words.Length > 1 ? words[1].Trim() : "");
    }
}
