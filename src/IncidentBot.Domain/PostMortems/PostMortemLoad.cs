namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// How many required post-mortems a team had lately. Too many tire people, so the number stands where one is waived or becomes optional.
/// </summary>
/// <param name="Required">The required post-mortems within <see cref="Window"/>, the one in question included.</param>
/// <param name="Of">The service or the team that they are about; null when the incident names neither and all are counted.</param>
public sealed record PostMortemLoad(int Required, string? Of)
{
    /// <summary>From how many on it is worth a word where no one asked.</summary>
    public const int Many = 3;

    /// <summary>What counts as lately.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(30);

    /// <summary>Whether there were many.</summary>
    public bool IsHigh => Required >= Many;

    /// <summary>"Required post-mortems for Checkout in the last 30 days: 4." and, from three on, what that means.</summary>
    public string Sentence
    {
        get
        {
            var count = FormattableString.Invariant($"{Required}");
            var first = $"Required post-mortems{(Of is null ? "" : $" for {Of}")} in the last {Window.Days} days: {count}.";
            return IsHigh ? $"{first} Too many tire people: keep those with something structural to learn." : first;
        }
    }
}
