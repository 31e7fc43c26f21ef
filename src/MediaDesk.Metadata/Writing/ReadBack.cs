using System.Collections.Immutable;
using MediaDesk.Metadata.Exif;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tiff;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata.Writing;

/// <summary>What a file says of itself: brought together, and layer by layer with everything that no standard knows.</summary>
internal sealed record WholeReading(MetadataReading Reading, MetadataLayers Layers);

/// <summary>Compares what a file says after a write with what it said before and what was asked for.</summary>
/// <param name="isRepaired">Whether a damaged block was mended, so that things which could not be read before may show.</param>
internal sealed class ReadBack(WholeReading before, WholeReading after, FieldChanges changes, bool isRepaired)
{
    private const ushort ExifPointer = ExifTags.ExifDirectory;

    private static readonly ImmutableSortedDictionary<string, string> NoTexts = ImmutableSortedDictionary<string, string>.Empty;

    private static readonly HashSet<ushort> Blocks = [TiffTags.Xmp, TiffTags.Iim, TiffTags.PhotoshopResources, ExifPointer];

    /// <summary>A sentence about the first difference that was not intended, or null when there is none.</summary>
    public string? Difference() => FieldDifference() ?? FileDifference() ?? LayerDifference();

    private string? FieldDifference()
    {
        foreach (var property in IptcStandard.Properties)
        {
            var isAsked = changes.Asked.TryGetValue(property, out var expected);
            var (was, now) = (before.Reading.Fields[property.Id], after.Reading.Fields[property.Id]);
            if (isAsked ? !InnerLanguages.IsSaid(after.Reading, property, expected) : !Equals(was, now) && !(isRepaired && was is null))
            {
                return isAsked ? $"{property.Label} did not read back as it was written." : $"Writing would have changed {property.Label}, which nobody asked for.";
            }
        }

        var cleared = changes.Asked.Where(change => change.Value is null || change.Value.IsStructured).Select(change => change.Key.Id).ToList();
        return before.Reading.Languages.Keys.Union(after.Reading.Languages.Keys)
            .Union(changes.Languages.Keys.Select(property => property.Id))
            .Where(path => !cleared.Contains(path.Split('[', '.')[0]) && !AsIntended(path))
            .Select(path => $"Writing would have changed {IptcStandard.Find(path.Split('[', '.')[0])?.Label ?? path} in another language.").FirstOrDefault();
    }

    private bool AsIntended(string path)
    {
        var intended = (before.Reading.Languages.GetValueOrDefault(path) ?? NoTexts).ToDictionary();
        foreach (var (language, text) in IptcStandard.Find(path) is { } property ? changes.LanguagesOf(property) : new Dictionary<string, FieldValue?>())
        {
            intended.Remove(language);
            if (text is not null)
            {
                intended[language] = text.Text;
            }
        }

        var now = after.Reading.Languages.GetValueOrDefault(path) ?? NoTexts;
        return intended.Count == now.Count ? intended.All(one => now.GetValueOrDefault(one.Key) == one.Value) : isRepaired && intended.Count == 0;
    }

    private string? FileDifference()
    {
        var (was, now) = (before.Reading, after.Reading);
        return now.ImageDataHash != was.ImageDataHash || (now.Width, now.Height) != (was.Width, was.Height) ? "Writing would have changed the image."
            : Camera(now) != Camera(was) || now.Gps != was.Gps || now.Orientation != was.Orientation ? "Writing would have changed what the camera said."
            : now.HasContentCredentials != was.HasContentCredentials ? "Writing would have lost the content credentials."
            : !isRepaired && !now.Extras.Equals(was.Extras) ? "Writing would have changed what an agency said."
            : null;
    }

    /// <summary>What the camera said; the time it gave follows the date of the photo when that is asked for.</summary>
    private CameraFacts Camera(MetadataReading reading) =>
        (reading.Camera ?? new CameraFacts()) with { Taken = changes.Asked.ContainsKey(NewsroomFields.DateCreated.Property) ? null : reading.Camera?.Taken };

    private string? LayerDifference()
    {
        var (was, now) = (before.Layers, after.Layers);
        return Difference(Nodes(was), Nodes(now), mayAdd: isRepaired) is { } node ? $"Writing would have changed {node.Name.LocalName} in the XMP."
            : Difference(Datasets(was), Datasets(now), mayAdd: isRepaired || was.Iim.IsEmpty) is { } dataset ? $"Writing would have changed {dataset.Record}:{dataset.Number:00} in the IIM."
            : Difference(Tags(was), Tags(now), mayAdd: false) is { } tag ? $"Writing would have changed tag {tag.Tag} in the EXIF."
            : null;
    }

    /// <summary>Something that is on one side only.</summary>
    private static T? Difference<T>(HashSet<T> was, HashSet<T> now, bool mayAdd)
        where T : class => was.FirstOrDefault(one => !now.Contains(one)) ?? (mayAdd ? null : now.FirstOrDefault(one => !was.Contains(one)));

    private HashSet<XmpNode> Nodes(MetadataLayers layers)
    {
        var changed = (before.Layers.Xmp.IsEmpty ? changes.NewXmp : changes.Xmp).Keys.SelectMany(property => (IEnumerable<System.Xml.Linq.XName>)[property.XmpName, .. XmpTags.OldNames.GetValueOrDefault(property.Id) ?? []])
            .Append(XmpTags.HasExtendedXmp).ToHashSet();
        return [.. layers.Xmp.SelectMany(packet => packet.Properties).Where(node => !changed.Contains(node.Name))];
    }

    /// <summary>Texts by what they say, as all become UTF-8.</summary>
    private HashSet<Dataset> Datasets(MetadataLayers layers)
    {
        var changed = changes.Asked.Keys.SelectMany(property => property.IimDatasets).ToHashSet();
        return
        [
            .. from dataset in layers.Iim.SelectMany(block => block.Datasets)
               where dataset is not { Record: IimTags.EnvelopeRecord, Number: IimTags.CodedCharacterSet } && !(dataset.Record == IimTags.ApplicationRecord && changed.Contains(dataset.Number))
               select new Dataset(dataset.Record, dataset.Number, dataset.Text ?? Convert.ToHexString(dataset.Bytes.AsSpan())),
        ];
    }

    /// <summary>Not those that pointed outside the block or were no tags, as such an address finds something else when a block grows.</summary>
    private HashSet<ExifTag> Tags(MetadataLayers layers)
    {
        var changed = ExifTwins.TagsOf(changes.Asked.Keys);
        var strayed = before.Layers.Exif.Where(tag => tag.Bytes is null).Select(tag => (tag.Directory, tag.Tag)).ToHashSet();
        return [.. layers.Exif.Where(tag => tag.Bytes is not null && !Blocks.Contains(tag.Tag) && !changed.Contains(tag.Tag) && !strayed.Contains((tag.Directory, tag.Tag)))];
    }

    private sealed record Dataset(byte Record, byte Number, string Content);
}
