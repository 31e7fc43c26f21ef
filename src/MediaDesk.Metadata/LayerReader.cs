using System.Collections.Immutable;
using MediaDesk.Metadata.Exif;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Photoshop;
using MediaDesk.Metadata.Raw;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata;

/// <summary>Reads the blocks a container held, layer by layer, and brings them together into one reading.</summary>
internal static class LayerReader
{
    /// <summary>More packets than this are an attack, not a habit.</summary>
    private const int MostXmpPackets = 4;

    private const int MostIimBlocks = 4;

    public static MetadataReading Read(PhotoFormat format, MetadataBlocks found, ProblemList problems)
    {
        var exif = ReadExif(found, problems);
        var iim = ReadIim(found, problems);
        var xmp = ReadXmp(found, problems);
        var iimIsNewer = iim is not null && found.IptcDigest is { } digest && !IptcDigest.Of(iim.Block.Bytes).AsSpan().SequenceEqual(digest);
        int IimBytes(string text) => iim?.Charset.GetByteCount(text) ?? 0;

        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        var sources = ImmutableSortedDictionary.CreateBuilder<string, FieldSource>();
        var languages = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, string>>();
        var conflicts = ImmutableArray.CreateBuilder<FieldConflict>();
        foreach (var field in NewsroomFields.All)
        {
            var layers = new SortedDictionary<FieldSource, FieldValue>();
            void Layer(FieldSource source, FieldValue? value)
            {
                if (value is not null)
                {
                    layers[source] = value;
                }
            }

            Layer(FieldSource.Xmp, XmpFields.Value(xmp, field, problems));
            Layer(FieldSource.Iim, iim?.Value(field));
            Layer(FieldSource.Exif, exif?.Value(field));
            if (LayerReconciliation.Choose(field, layers, iimIsNewer, IimBytes) is { } chosen)
            {
                fields[field.Id] = chosen.Value;
                sources[field.Id] = chosen.Source;
            }

            if (LayerReconciliation.Conflict(field, layers, IimBytes) is { } conflict)
            {
                conflicts.Add(conflict);
            }

            if (XmpFields.Languages(xmp, field) is { IsEmpty: false } others)
            {
                languages[field.Id] = others;
            }
        }

        return new MetadataReading
        {
            Format = format,
            Width = found.Width,
            Height = found.Height,
            Orientation = found.DecoderTurns ? 1 : exif?.Orientation ?? 1,
            Fields = new FieldValues(fields),
            Languages = languages.ToImmutable(),
            Sources = sources.ToImmutable(),
            Conflicts = conflicts.ToImmutable(),
            Camera = exif?.Camera,
            Gps = exif?.Gps ?? XmpFields.Gps(xmp),
            AgencyPhotoIds = AgencyIds.Of(xmp, iim),
            ImageDataHash = found.ImageDataHash,
            Thumbnail = exif?.Thumbnail,
            Preview = found.Preview,
            HasContentCredentials = found.HasContentCredentials,
            Problems = problems.ToImmutable(),
        };
    }

    /// <summary>The first EXIF block that can be read.</summary>
    private static ExifValues? ReadExif(MetadataBlocks found, ProblemList problems)
    {
        ExifValues? first = null;
        foreach (var (where, tiff) in found.Exif)
        {
            if (first is not null)
            {
                problems.Add(where, "The file has more than one EXIF block; the first was taken.");
                break;
            }

            first = ExifReader.Read(where, tiff, problems);
        }

        return first ?? Cr3Reader.ReadExif(found.CanonDirectories);
    }

    /// <summary>The first IIM block that makes sense: a second one is a leftover of software that did not look for the first.</summary>
    private static IimBlock? ReadIim(MetadataBlocks found, ProblemList problems)
    {
        IimBlock? first = null;
        foreach (var block in found.Iim.Take(MostIimBlocks))
        {
            if (first is not null)
            {
                if (!block.Bytes.AsSpan().SequenceEqual(first.Block.Bytes))
                {
                    problems.Add(block.Where, "The file has more than one IIM block; the first was taken.");
                }

                continue;
            }

            first = IimReader.Read(block, problems);
            if (first is null)
            {
                problems.Add(block.Where, "The IIM block holds nothing that can be read.");
            }
        }

        return first;
    }

    /// <summary>
    /// One packet is the rule. Where there are two, software that did not see the first has appended its own: the last one is newer.
    /// </summary>
    private static XmpValues ReadXmp(MetadataBlocks found, ProblemList problems)
    {
        var values = new XmpValues();
        foreach (var packet in found.Xmp.TakeLast(MostXmpPackets).Reverse())
        {
            if (values.FillFrom(XmpReader.Read(packet, problems)))
            {
                problems.Add(packet.Where, "The file has more than one XMP packet and they disagree; the last one was taken.");
            }
        }

        if (values.Text(XmpTags.HasExtendedXmp) is { } guid)
        {
            if (found.ExtendedXmp.TryGetValue(guid.ToUpperInvariant(), out var extension))
            {
                values.FillFrom(XmpReader.Read(extension, problems));
            }
            else
            {
                problems.Add("JPEG extended XMP", "The XMP says that it goes on elsewhere in the file, but that part is not there.");
            }
        }

        return values;
    }
}
