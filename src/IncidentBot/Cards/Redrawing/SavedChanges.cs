using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentBot.Cards.Redrawing;

/// <summary>The changes in one save, as the redraw rules query them.</summary>
internal sealed class SavedChanges
{
    private readonly IReadOnlyList<EntityEntry> _tracked;
    private readonly List<EntityEntry> _changed;
    private readonly HashSet<object> _owners;
    private readonly Lazy<ILookup<(IEntityType Type, object? FirstKey), EntityEntry>> _byKey;

    public SavedChanges(IncidentDb db, IReadOnlyList<EntityEntry> tracked)
    {
        (Db, _tracked) = (db, tracked);
        _changed = [.. tracked.Where(IsChanged)];
        _byKey = new(() => tracked.ToLookup(entry => (entry.Metadata, KeyOf(entry, entry.Metadata.FindPrimaryKey()!.Properties)[0])));
        _owners = [.. _changed.Select(OwnerOf).OfType<EntityEntry>().Select(owner => owner.Entity)];
    }

    /// <summary>For lookups beyond the changed rows; query it without tracking.</summary>
    public IncidentDb Db { get; }

    /// <summary>Rows that are added, changed or removed, and rows that own one, such as the post-mortem of a correction.</summary>
    public IEnumerable<T> Of<T>()
        where T : class => _tracked.Where(entry => IsChanged(entry) || _owners.Contains(entry.Entity))
        .Select(entry => entry.Entity).OfType<T>();

    /// <summary>Existing rows in which one of these properties has changed, also inside an owned object such as the write-up.</summary>
    public IEnumerable<T> Of<T>(params string[] properties)
        where T : class => _tracked
        .Where(entry => entry.Entity is T && PartsOf(entry).Any(part => part.State == EntityState.Modified
            && part.Properties.Any(property => property.IsModified && properties.Contains(property.Metadata.Name))))
        .Select(entry => entry.Entity).OfType<T>();

    /// <summary>Existing rows in which any property other than these has changed.</summary>
    public IEnumerable<T> ModifiedExcept<T>(params string[] properties)
        where T : class => _changed
        .Where(entry => entry.State == EntityState.Modified
            && entry.Properties.Any(property => property.IsModified && !properties.Contains(property.Metadata.Name)))
        .Select(entry => entry.Entity).OfType<T>();

    public IEnumerable<T> Added<T>()
        where T : class => _changed.Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).OfType<T>();

    /// <summary>The value of a property before the change.</summary>
    public TValue Before<T, TValue>(T entity, string property)
        where T : class
        where TValue : struct => (TValue)_tracked.First(entry => entry.Entity == entity).Property(property).OriginalValue!;

    /// <summary>The same for a value that may be missing.</summary>
    public TValue? BeforeOrNull<T, TValue>(T entity, string property)
        where T : class
        where TValue : struct => (TValue?)_tracked.First(entry => entry.Entity == entity).Property(property).OriginalValue;

    /// <summary>Rows that this unit of work tracks, changed or not.</summary>
    public IEnumerable<T> Tracked<T>()
        where T : class => _tracked.Select(entry => entry.Entity).OfType<T>();

    /// <summary>The row and the owned objects stored in it, such as the meeting of a post-mortem.</summary>
    private static IEnumerable<EntityEntry> PartsOf(EntityEntry entry) =>
    [
        entry,
        .. entry.References.Where(reference => reference.Metadata is INavigation { ForeignKey.IsOwnership: true })
            .Select(reference => reference.TargetEntry).OfType<EntityEntry>(),
    ];

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static List<object?> KeyOf(EntityEntry entry, IReadOnlyList<IProperty> properties) =>
        [.. properties.Select(property => entry.Property(property.Name).CurrentValue)];

    /// <summary>The topmost owner of an owned row; null for a row that no other row owns.</summary>
    private EntityEntry? OwnerOf(EntityEntry part)
    {
        if (part.Metadata.FindOwnership() is not { } ownership)
        {
            return null;
        }

        var key = KeyOf(part, ownership.Properties);
        var owner = _byKey.Value[(ownership.PrincipalEntityType, key[0])]
            .FirstOrDefault(entry => KeyOf(entry, ownership.PrincipalKey.Properties).SequenceEqual(key));
        return owner is null ? null : OwnerOf(owner) ?? owner;
    }
}
