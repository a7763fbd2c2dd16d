using System.Globalization;

namespace IncidentBot.Slack.Blocks;

/// <summary>Collects violations below one place of a message or view.</summary>
internal sealed class BlockFindings
{
    private readonly string _path;

    public BlockFindings(string path)
        : this(path, [])
    {
    }

    private BlockFindings(string path, List<BlockViolation> all) => (_path, All) = (path, all);

    public List<BlockViolation> All { get; }

    public BlockFindings At(string member) => new($"{_path}/{member}", All);

    public BlockFindings At(int index) => At(index.ToString(CultureInfo.InvariantCulture));

    public void Add(string member, string problem) => All.Add(new(member.Length == 0 ? _path : $"{_path}/{member}", problem));

    public void AtMost(string member, int count, int max, string what)
    {
        if (count > max)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"at most {max} {what}, not {count}"));
        }
    }

    public void Text(string member, string? text, int max, bool required = true)
    {
        if (required && string.IsNullOrEmpty(text))
        {
            Add(member, "is required");
        }

        AtMost(member, text?.Length ?? 0, max, "characters");
    }

    public void Text(string member, TextObject? text, int max, bool required = true)
    {
        // An empty text object is refused even where the text is optional.
        if (required || text is not null)
        {
            At(member).Text("text", text?.Content, max);
        }
    }
}
