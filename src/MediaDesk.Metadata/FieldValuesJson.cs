using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

/// <summary>An object of fields by property id.</summary>
public sealed class FieldValuesJson : JsonConverter<FieldValues>
{
    public override FieldValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject ? FieldValueJson.ReadStructure(ref reader) : throw new JsonException("Fields are an object.");

    public override void Write(Utf8JsonWriter writer, FieldValues value, JsonSerializerOptions options) => Write(writer, value);

    internal static void Write(Utf8JsonWriter writer, FieldValues value)
    {
        writer.WriteStartObject();
        foreach (var (id, field) in value)
        {
            writer.WritePropertyName(id);
            FieldValueJson.Write(writer, field);
        }

        writer.WriteEndObject();
    }
}
