using IncidentBot.Domain;
using IncidentBot.Domain.Time;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Web.SignIn;

/// <summary>The member who reads a page.</summary>
internal sealed class PageReader(Person person)
{
    public PersonId Id { get; } = person.Id;

    public string Name { get; } = person.Name;

    public ReaderTime Time { get; } = new(Zones.Find(person.Zone), person.Zone);

    /// <summary>Who reads it; null while no one is signed in.</summary>
    public static PageReader? Of(HttpContext context) => context.Features.Get<PageReader>();

    /// <summary>For handlers of pages that only members reach.</summary>
    public static ValueTask<PageReader> BindAsync(HttpContext context) =>
        ValueTask.FromResult(Of(context) ?? throw new InvalidOperationException("The page was reached without signing in."));
}
