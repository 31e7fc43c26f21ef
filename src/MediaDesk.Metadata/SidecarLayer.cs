using System.Collections.Immutable;
using System.Text;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata;

/// <summary>
/// Lays an XMP sidecar over what a photo says itself. Raw software writes its words beside the file and never into it, so for a raw
/// file the sidecar is the newer word. Other files may have been captioned in either place: the one changed last counts
/// (<c>xmp:MetadataDate</c>), and where that cannot be told the sidecar. A field that only one of them has is taken from it.
/// </summary>
public static class SidecarLayer
{
    /// <summary>The place that problems of a sidecar are told with.</summary>
    public const string Where = "Sidecar";

    internal static MetadataReading Over(MetadataReading photo, MetadataReading sidecar)
    {
        if (sidecar.Format != PhotoFormat.Sidecar)
        {
            return photo with { Problems = photo.Problems.Add(new(Where, "The file beside the photo is no XMP; it was not read.")) };
        }

        var wins = photo.Format == PhotoFormat.Raw || !IsNewer(photo.MetadataDate, sidecar.MetadataDate);
        var fields = photo.Fields.ToDictionary(StringComparer.Ordinal);
        var (sources, languages) = (photo.Sources.ToBuilder(), photo.Languages.ToBuilder());
        var conflicts = photo.Conflicts.ToDictionary(conflict => conflict.Field, conflict => conflict.Values, StringComparer.Ordinal);
        foreach (var (id, value) in sidecar.Fields)
        {
            if (photo.Fields[id] is { } embedded && Layers(photo, id, embedded).Add(FieldSource.Sidecar, value) is var layers && Disagree(id, layers))
            {
                conflicts[id] = layers;
            }

            if (wins || !fields.ContainsKey(id))
            {
                (fields[id], sources[id]) = (value, FieldSource.Sidecar);
                languages.RemoveRange(photo.Languages.Keys.Where(path => IsOf(id, path)));
                languages.AddRange(sidecar.Languages.Where(texts => IsOf(id, texts.Key)));
            }
        }

        return photo with
        {
            Fields = new FieldValues(fields),
            Languages = languages.ToImmutable(),
            Extras = new FieldValues(wins ? Merged(photo.Extras, sidecar.Extras) : Merged(sidecar.Extras, photo.Extras)),
            Sources = sources.ToImmutable(),
            Conflicts = [.. LayerReader.Properties.Where(field => conflicts.ContainsKey(field.Id)).Select(field => new FieldConflict(field.Id, conflicts[field.Id]))],
            Gps = wins ? sidecar.Gps ?? photo.Gps : photo.Gps ?? sidecar.Gps,
            AgencyPhotoIds = [.. photo.AgencyPhotoIds.Union(sidecar.AgencyPhotoIds)],
            MetadataDate = wins ? sidecar.MetadataDate ?? photo.MetadataDate : photo.MetadataDate,
            Problems = [.. photo.Problems, .. sidecar.Problems.Select(problem => new Problem(Where, problem.What))],
        };
    }

    /// <summary>Whether the path of a text is that of a property or leads into it, as <c>locationsShown[0].name</c> does.</summary>
    private static bool IsOf(string id, string path) => path.StartsWith(id, StringComparison.Ordinal) && (path.Length == id.Length || path[id.Length] is '[' or '.');

    private static Dictionary<string, FieldValue> Merged(FieldValues under, FieldValues over)
    {
        var all = under.ToDictionary(StringComparer.Ordinal);
        foreach (var (id, value) in over)
        {
            all[id] = value;
        }

        return all;
    }

    /// <summary>What the layers of the photo say: all of them where they disagree, else the one that was taken.</summary>
    private static ImmutableSortedDictionary<FieldSource, FieldValue> Layers(MetadataReading photo, string id, FieldValue embedded) =>
        photo.Conflicts.FirstOrDefault(conflict => conflict.Field == id)?.Values
        ?? ImmutableSortedDictionary<FieldSource, FieldValue>.Empty.Add(photo.Sources.GetValueOrDefault(id), embedded);

    private static bool Disagree(string id, ImmutableSortedDictionary<FieldSource, FieldValue> layers) =>
        IptcStandard.Find(id) is { } field
            ? LayerReconciliation.Conflict(field, layers, Encoding.UTF8.GetByteCount) is not null
            : layers.Values.Distinct().Skip(1).Any();

    /// <summary>Whether both moments are known and the first is the later one.</summary>
    private static bool IsNewer(string? one, string? other) =>
        PartialDate.TryParse(one, out var first) && PartialDate.TryParse(other, out var second) &&
        first.Start - (first.Offset ?? TimeSpan.Zero) > second.Start - (second.Offset ?? TimeSpan.Zero);
}
