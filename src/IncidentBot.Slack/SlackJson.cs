using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack;

/// <summary>How JSON is read from and written to Slack: snake_case, lenient in what it reads, strict in what it sends.</summary>
public static class SlackJson
{
    /// <summary>The one set of options for every payload, request and response.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ReadNullAsMissing, OmitEmptyMembers, OmitMethodName } },
            Converters = { new RuntimeTypeConverterFactory(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Slack writes null for "absent"; a member then keeps its initial value, so that lists are never null.</summary>
    private static void ReadNullAsMissing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { Set: { } set, IsRequired: false, PropertyType.IsValueType: false })
            {
                property.IsSetNullable = true;
                property.Set = (target, value) =>
                {
                    if (value is not null)
                    {
                        set(target, WithoutNulls(value));
                    }
                };
            }
            else if (IsPayload(type.Type) && property is { Set: not null, IsRequired: false, CustomConverter: null }
                && (property.PropertyType.IsPrimitive || property.PropertyType == typeof(decimal)))
            {
                property.CustomConverter = (JsonConverter?)Activator.CreateInstance(
                    typeof(NullAsDefaultConverter<>).MakeGenericType(property.PropertyType));
            }
        }
    }

    private static bool IsPayload(Type type) => type.Namespace == typeof(Payloads.SlackMessage).Namespace;

    /// <summary>A list says nothing by a null among its items.</summary>
    private static object WithoutNulls(object value)
    {
        if (value is IList { IsFixedSize: false, IsReadOnly: false } list)
        {
            for (var index = list.Count - 1; index >= 0; index--)
            {
                if (list[index] is null)
                {
                    list.RemoveAt(index);
                }
            }
        }

        return value;
    }

    /// <summary>Slack refuses a block with an empty or unexpected member ("invalid additional property"), so none is sent.</summary>
    private static void OmitEmptyMembers(JsonTypeInfo type)
    {
        if (type.Type.Namespace != typeof(Block).Namespace)
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) is true)
            {
                continue;
            }

            var omitFalse = property.PropertyType == typeof(bool);
            property.ShouldSerialize = (_, value) => value switch
            {
                null or "" or ICollection { Count: 0 } => false,
                bool flag => flag || !omitFalse,
                _ => true,
            };
        }
    }

    /// <summary>The method stands in the address of the call, not among its arguments.</summary>
    private static void OmitMethodName(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object && type.Type.IsAssignableTo(typeof(ISlackRequest)))
        {
            type.Properties.Remove(type.Properties.Single(property => property.Name == "method"));
        }
    }
}
