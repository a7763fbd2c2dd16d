using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentBot.Benchmarks.Years;

/// <summary>One table of the model, and how an object becomes a row of it.</summary>
internal sealed class BulkTable
{
    private readonly Func<object, object?> _item;
    private readonly bool _isList;

    private BulkTable(IEntityType type, Func<object, object?> item, bool isList, Func<object, object?>? ownerKey)
    {
        (_item, _isList, Type, Name) = (item, isList, type, type.GetTableName()!);
        Columns = [.. ColumnsOf(type, ownerKey)];
    }

    public IEntityType Type { get; }

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    public List<object?[]> Rows { get; } = [];

    /// <summary>The tables of an entity: its own, and one for each list that it owns.</summary>
    public static IReadOnlyList<BulkTable> Of<T>(IncidentDb db)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        return [new(type, item => item, isList: false, ownerKey: null), .. Lists(type, item => item, KeyOf(type))];
    }

    public void Add(object root)
    {
        foreach (var item in _isList ? ((System.Collections.IEnumerable)_item(root)!).Cast<object>() : [_item(root)!])
        {
            Rows.Add([.. Columns.Select(column => column.Value(root, item))]);
        }
    }

    private static Func<object, object?> KeyOf(IEntityType type)
    {
        var key = type.FindPrimaryKey()!.Properties[0];
        return key.IsShadowProperty() ? throw new InvalidOperationException(type.Name) : Reader(key);
    }

    private static IEnumerable<BulkTable> Lists(IEntityType type, Func<object, object?> owner, Func<object, object?> rootKey)
    {
        foreach (var navigation in OwnedBy(type))
        {
            var read = navigation.GetGetter();
            Func<object, object?> item = root => owner(root) is { } from ? read.GetClrValue(from) : null;
            if (navigation.IsCollection)
            {
                yield return new BulkTable(navigation.TargetEntityType, item, isList: true, rootKey);
                continue;
            }

            foreach (var table in Lists(navigation.TargetEntityType, item, rootKey))
            {
                yield return table;
            }
        }
    }

    private static IEnumerable<BulkColumn> ColumnsOf(IEntityType type, Func<object, object?>? ownerKey)
    {
        foreach (var property in type.GetProperties())
        {
            yield return property.IsShadowProperty()
                ? new BulkColumn(property, (root, _) => ownerKey!(root))
                : new BulkColumn(property, (_, item) => Read(property, item));
        }

        foreach (var part in OwnedBy(type).Where(each => !each.IsCollection))
        {
            var read = part.GetGetter();
            foreach (var property in part.TargetEntityType.GetProperties().Where(each => !each.IsShadowProperty()))
            {
                yield return new BulkColumn(property, (_, item) => Read(property, read.GetClrValue(item)!));
            }
        }
    }

    private static IEnumerable<INavigation> OwnedBy(IEntityType type) =>
        type.GetNavigations().Where(each => each.TargetEntityType.IsOwned() && !each.IsOnDependent);

    private static object? Read(IProperty property, object item) => property.GetGetter().GetClrValue(item);

    private static Func<object, object?> Reader(IProperty property) => item => Read(property, item);
}

/// <summary>One column, with the value that the database gets.</summary>
internal sealed class BulkColumn
{
    private readonly Func<object, object, object?> _read;

    public BulkColumn(IProperty property, Func<object, object, object?> read)
    {
        (_read, Name) = (read, property.GetColumnName());
        Mapping = (RelationalTypeMapping)property.GetTypeMapping();
    }

    public string Name { get; }

    public RelationalTypeMapping Mapping { get; }

    public object? Value(object root, object item)
    {
        var value = _read(root, item);
        return Mapping.Converter is { } converter ? converter.ConvertToProvider(value)
            : value is Enum member ? Convert.ToInt32(member, null) : value;
    }
}
