using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentBot.Storage;

/// <summary>A person is stored as Slack's id.</summary>
internal sealed class PersonIdConverter() : ValueConverter<PersonId, string>(person => person.Value, text => new PersonId(text));

/// <summary>A person inside a JSON column is the id as well.</summary>
internal sealed class PersonIdJsonConverter : JsonConverter<PersonId>
{
    public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
