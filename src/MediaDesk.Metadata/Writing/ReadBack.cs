using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Writing;

/// <summary>Compares what a file says after a write with what it said before and what was asked for.</summary>
internal static class ReadBack
{
    /// <summary>A sentence about the first difference that was not intended, or null when there is none.</summary>
    public static string? Difference(MetadataReading before, MetadataReading after, IReadOnlyDictionary<NewsroomField, FieldValue?> asked)
    {
        foreach (var field in NewsroomFields.All)
        {
            var isAsked = asked.TryGetValue(field, out var expected);
            if (!Equals(isAsked ? expected : before.Fields[field.Id], after.Fields[field.Id]))
            {
                return !isAsked ? $"Writing would have changed {field.Label}, which nobody asked for."
                    : expected is null && after.Sources.GetValueOrDefault(field.Id) == FieldSource.Exif ? $"{field.Label} stands in the camera's own data, which is not erased."
                    : $"{field.Label} did not read back as it was written.";
            }

            if (!(isAsked && expected is null) && !SameLanguages(before, after, field.Id))
            {
                return $"Writing would have changed {field.Label} in another language.";
            }
        }

        return after.ImageDataHash != before.ImageDataHash || (after.Width, after.Height) != (before.Width, before.Height) ? "Writing would have changed the image."
            : after.Camera != before.Camera || after.Gps != before.Gps || after.Orientation != before.Orientation ? "Writing would have changed what the camera said."
            : after.HasContentCredentials != before.HasContentCredentials ? "Writing would have lost the content credentials."
            : null;
    }

    private static bool SameLanguages(MetadataReading before, MetadataReading after, string id) =>
        before.Languages.TryGetValue(id, out var one) ? after.Languages.TryGetValue(id, out var other) && one.SequenceEqual(other) : !after.Languages.ContainsKey(id);
}
