using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

/// <summary>A text, a structure as an object, or an array of either.</summary>
public sealed class FieldValueJson : JsonConverter<FieldValue>
{
    public override FieldValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <summary>Fields by id. Read here and not by the serializer, which would tell a fault's place from the structure on, not from the document.</summary>
    internal static FieldValues ReadStructure(ref Utf8JsonReader reader)
    {
        var values = new List<KeyValuePair<string, FieldValue>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var id = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null && Read(ref reader) is { } value)
            {
                values.Add(new(id, value));
            }
        }

        return FieldValues.OfLast(values);
    }

    private static FieldValue? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return FieldValue.Of(reader.GetString());
            case JsonTokenType.StartObject:
                return FieldValue.Of(ReadStructure(ref reader));
            case JsonTokenType.StartArray:
                break;
            default:
                throw Unknown();
        }

        var texts = new List<string?>();
        var structures = new List<FieldValues?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                texts.Add(reader.GetString());
            }
            else if (reader.TokenType == JsonTokenType.StartObject)
            {
                structures.Add(ReadStructure(ref reader));
            }
            else
            {
                throw Unknown();
            }
        }

        return structures.Count == 0 ? FieldValue.Of(texts) : texts.Count == 0 ? FieldValue.Of(structures) : throw Unknown();
    }

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options) => Write(writer, value);

    internal static void Write(Utf8JsonWriter writer, FieldValue value)
    {
        if (value.IsList)
        {
            writer.WriteStartArray();
        }

        foreach (var structure in value.Structures)
        {
            FieldValuesJson.Write(writer, structure);
        }

        foreach (var text in value.IsStructured ? [] : value.Items)
        {
            writer.WriteStringValue(text);
        }

        if (value.IsList)
        {
            writer.WriteEndArray();
        }
    }

    private static JsonException Unknown() => new("A field is a text, a structure, or a list of texts or of structures.");
}
