using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Stories;

/// <summary>What a person did that a step of the tour may ask for.</summary>
internal enum DeedKind
{
    /// <summary>Opened a place: "#general", "IncidentBot" or "IncidentBot home".</summary>
    Place,

    /// <summary>Typed a command: "/incident note".</summary>
    Command,

    /// <summary>Wrote a message.</summary>
    Message,

    /// <summary>Reacted with an emoji.</summary>
    Reaction,

    /// <summary>Pressed a button with this label, in a message, a modal or at its foot.</summary>
    Press,

    /// <summary>Moved the clock.</summary>
    Clock,
}

/// <summary>Something that a person did, or that a step asks for.</summary>
internal sealed record Deed(DeedKind Kind, string What = "")
{
    /// <summary>
    /// Whether this deed is what a step asks for: "#inc-1-…" asks for any channel that begins so, and a title for any title.
    /// </summary>
    public bool Fulfils(Deed asked) => Kind == asked.Kind && Kind switch
    {
        DeedKind.Place => asked.What is [.. var start, '…'] ? What.StartsWith(start, StringComparison.Ordinal) : What == asked.What,
        DeedKind.Command => Verb(What) == Verb(asked.What),
        DeedKind.Message or DeedKind.Clock => true,
        _ => What == asked.What,
    };

    /// <summary>"/incident note" of "/incident note rolled back"; a title, which begins with a capital, is no verb.</summary>
    private static string Verb(string command) => command.Split(' ', 3) is [var first, [>= 'a' and <= 'z', ..] verb, ..]
        ? $"{first} {verb}"
        : command.Split(' ')[0];
}

/// <summary>The steps of a story for whoever tries the workspace: a step is done when everything was done that it asks for.</summary>
internal sealed class Tour(IReadOnlyList<StoryStep> steps, Workspace workspace)
{
    private static readonly (ClauseForm Form, DeedKind? Kind, string Part)[] Forms =
    [
        (new("open **{place}**"), DeedKind.Place, "place"),
        (new("type `{command}`"), DeedKind.Command, "command"),
        (new("write \"{text}\" into **{label}**"), null, "text"),
        (new("write \"{text}\""), DeedKind.Message, "text"),
        (new("react with :{emoji}: to \"{text}\""), DeedKind.Reaction, "emoji"),
        (new("press **{button}** beside \"{text}\""), DeedKind.Press, "button"),
        (new("press **{button}**"), DeedKind.Press, "button"),
        (new("move the clock by **{step}**"), DeedKind.Clock, "step"),
        (new("move the clock to the next **{time}**"), DeedKind.Clock, "time"),
    ];

    private List<Deed> missing = [.. steps.Take(1).SelectMany(Asked)];
    private int done;

    public IReadOnlyList<StoryStep> Steps => steps;

    /// <summary>How many steps are done; the next one is the current step.</summary>
    public int Done => workspace.Read(() => done);

    /// <summary>Ticks the current step if this was the last thing that it asked for.</summary>
    public void Note(Deed deed) => workspace.Change(() =>
    {
        if (missing.FindIndex(deed.Fulfils) is >= 0 and var at)
        {
            missing.RemoveAt(at);
            if (missing.Count == 0)
            {
                Advance();
            }
        }
    });

    /// <summary>Ticks the current step, for those who did it another way.</summary>
    public void Skip() => workspace.Change(Advance);

    /// <summary>What a step asks for, as far as the workspace sees it; a choice shows in what is pressed next.</summary>
    public static IEnumerable<Deed> Asked(StoryStep step)
    {
        foreach (var clause in step.Clauses)
        {
            foreach (var (form, kind, part) in Forms)
            {
                if (form.Read(clause) is { } parts)
                {
                    if (kind is { } known)
                    {
                        yield return new Deed(known, known is DeedKind.Clock ? "" : parts[part]);
                    }

                    break;
                }
            }
        }
    }

    private void Advance()
    {
        if (done < steps.Count)
        {
            done++;
            missing = [.. steps.Skip(done).Take(1).SelectMany(Asked)];
        }
    }
}
