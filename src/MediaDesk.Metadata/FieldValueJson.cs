using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

internal sealed class FieldValueJson : JsonConverter<FieldValue>
{
    public override FieldValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return FieldValue.Of(reader.GetString());
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A field is a text or a list of texts.");
        }

        var items = new List<string?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(reader.TokenType == JsonTokenType.String
                ? reader.GetString()
                : throw new JsonException("A field is a text or a list of texts."));
        }

        return FieldValue.Of(items);
    }

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options)
    {
        if (!value.IsList)
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartArray();
        foreach (var item in value.Items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
