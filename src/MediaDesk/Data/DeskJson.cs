using System.Text.Json;
using System.Text.Json.Serialization;
using MediaDesk.Metadata;
using MediaDesk.Model;

namespace MediaDesk.Data;

/// <summary>The columns that hold JSON. Written at build time: reflection over a reading is a large part of a start.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MetadataReading))]
[JsonSerializable(typeof(CaptionOverlay))]
[JsonSerializable(typeof(PhotoCleaning))]
[JsonSerializable(typeof(FieldValues))]
[JsonSerializable(typeof(FieldValue))]
[JsonSerializable(typeof(IReadOnlyList<RejectedLine>))]
internal sealed partial class DeskJson : JsonSerializerContext;
