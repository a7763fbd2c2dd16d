using IncidentBot.Features.Trends;
using IncidentBot.Web.SignIn;

namespace IncidentBot.Web.TrendsPages;

/// <summary>An incident that repeats a known cause; without a title for readers who may not see it.</summary>
internal sealed record RepeatLine(int Number, string? Title, DateTimeOffset At, string Causes);

/// <summary>The figures of a period, for one reader.</summary>
internal sealed record TrendsPageView(
    PageReader Reader, TrendsKey Key, IReadOnlyList<string> Services, RepeatsView Repeats, HealthView Health)
{
    public DateTimeOffset Now { get; init; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<RepeatLine> Again { get; init; } = [];

    public DateOnly From => DateOnly.FromDateTime(Now.UtcDateTime).AddMonths(-Key.Months);
}
