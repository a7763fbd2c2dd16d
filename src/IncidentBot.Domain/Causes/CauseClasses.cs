namespace IncidentBot.Domain.Causes;

/// <summary>All cause classes, where merged ones lead to the class that they became.</summary>
/// <param name="all">Every class, merged ones too.</param>
public sealed class CauseClasses(IReadOnlyCollection<CauseClass> all)
{
    private readonly Dictionary<Guid, CauseClass> _byId = all.ToDictionary(each => each.Id);

    /// <summary>The classes that can be chosen, by name.</summary>
    public IReadOnlyList<CauseClass> Active =>
    [
        .. all.Where(each => each.MergedInto is null)
            .OrderBy(each => each.Name, StringComparer.OrdinalIgnoreCase).ThenBy(each => each.Id),
    ];

    /// <summary>The class, or the one that it was merged into; null if it doesn't exist.</summary>
    /// <param name="id">Any class.</param>
    public CauseClass? RootOf(Guid id)
    {
        var found = _byId.GetValueOrDefault(id);
        for (var steps = 0; found?.MergedInto is { } next && steps < all.Count; steps++)
        {
            found = _byId.GetValueOrDefault(next);
        }

        return found;
    }

    /// <summary>The class itself and all classes that were merged into it.</summary>
    /// <param name="id">A class.</param>
    public IReadOnlyList<Guid> Parts(Guid id) => [.. all.Where(each => RootOf(each.Id)?.Id == id).Select(each => each.Id)];

    /// <summary>The class that someone means who types a name: by its name first, then by a synonym or a merged class's name.</summary>
    /// <param name="name">As typed.</param>
    public CauseClass? Named(string name)
    {
        var key = CauseClass.KeyOf(name);
        var found = all.FirstOrDefault(each => each.Key == key)
            ?? Active.FirstOrDefault(each => each.IsNamed(name))
            ?? all.FirstOrDefault(each => each.IsNamed(name));
        return found is null ? null : RootOf(found.Id);
    }
}
