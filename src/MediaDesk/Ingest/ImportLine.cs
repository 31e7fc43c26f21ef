using System.Text;
using System.Text.Json;
using MediaDesk.Captions;
using MediaDesk.Data;
using MediaDesk.Metadata;

namespace MediaDesk.Ingest;

/// <summary>One line of a file of records, understood, or a sentence why it cannot be taken.</summary>
/// <param name="ExternalId">Null where the record has none.</param>
/// <param name="Gps">Null both where it says nothing and where it says that nothing is known.</param>
internal sealed record ImportLine(long Number, string? ExternalId, string? FileName, FieldValues Fields, GpsPosition? Gps, string? Fault)
{
    /// <summary>Bytes of a line; metadata is never longer.</summary>
    public const int Longest = 1 << 20;

    private const int LongestId = 500;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null for a blank line.</summary>
    public static ImportLine? Read(long number, ReadOnlyMemory<byte> line)
    {
        var text = line.Span.Trim(" \t\r"u8);
        if (number == 1 && text.StartsWith(Encoding.UTF8.Preamble))
        {
            text = text[3..];
        }

        if (text.IsEmpty)
        {
            return null;
        }

        try
        {
            // A wrong byte would be replaced without a word later.
            Strict.GetCharCount(text);
            var reader = new Utf8JsonReader(text);
            using var json = JsonDocument.ParseValue(ref reader);
            return reader.BytesConsumed < text.Length
                ? Reject(number, "There is more than one JSON object in the line.")
                : Read(number, json.RootElement);
        }
        catch (DecoderFallbackException)
        {
            return Reject(number, "The line is not UTF-8.");
        }
        catch (JsonException fault)
        {
            return Reject(number, $"The line is not JSON: it is wrong at its byte {fault.BytePositionInLine + 1}.");
        }
    }

    public static ImportLine Reject(long number, string fault) => new(number, null, null, FieldValues.Empty, null, fault);

    private static ImportLine Read(long number, JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty("fields", out var said) || said.ValueKind != JsonValueKind.Object)
        {
            return Reject(number, "A record is an object with “fields”.");
        }

        if (!Text(record, "id", out var id) || id is { Length: 0 or > LongestId })
        {
            return Reject(number, $"“id” is a text or a number of at most {LongestId} characters.");
        }

        if (!Text(record, "filename", out var fileName))
        {
            return Reject(number, "“filename” is a text.");
        }

        if (!Position(record, out var gps))
        {
            return Reject(number, "“gps” is null or {\"lat\",\"lon\"} in degrees.");
        }

        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var field in said.EnumerateObject())
        {
            if (!TryRead(field.Value, out var value))
            {
                return Reject(number, $"“{field.Name}” is not a text, a structure, or a list of texts or of structures.");
            }

            var input = FieldInput.Read(field.Name, value);
            if (input.Fault is not null)
            {
                return Reject(number, input.Fault);
            }

            if (input.Value is not null)
            {
                values[field.Name] = input.Value;
            }
        }

        return new(number, id, fileName, new(values), gps, null);
    }

    private static bool TryRead(JsonElement json, out FieldValue? value)
    {
        try
        {
            value = json.Deserialize(DeskJson.Default.FieldValue);
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }

    private static bool Text(JsonElement record, string name, out string? text)
    {
        text = null;
        if (!record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        text = value.ValueKind switch
        {
            JsonValueKind.String => FieldInput.Tidy(value.GetString()!),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return text is not null;
    }

    private static bool Position(JsonElement record, out GpsPosition? gps)
    {
        gps = null;
        if (!record.TryGetProperty("gps", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("lat", out var lat) || !value.TryGetProperty("lon", out var lon)
            || lat.ValueKind != JsonValueKind.Number || lon.ValueKind != JsonValueKind.Number
            || !lat.TryGetDouble(out var latitude) || !lon.TryGetDouble(out var longitude)
            || Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
        {
            return false;
        }

        gps = new(latitude, longitude);
        return true;
    }
}
