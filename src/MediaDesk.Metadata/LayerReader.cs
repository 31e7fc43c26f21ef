using System.Collections.Immutable;
using MediaDesk.Metadata.Exif;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Photoshop;
using MediaDesk.Metadata.Raw;
using MediaDesk.Metadata.Tiff;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata;

/// <summary>Reads the blocks a container held, layer by layer, and brings them together into one reading.</summary>
internal static class LayerReader
{
    /// <summary>More packets than this are an attack, not a habit.</summary>
    private const int MostXmpPackets = 4;

    private const int MostIimBlocks = 4;

    /// <summary>Conflicts are told in the order of the caption panel, then in that of the standard.</summary>
    public static readonly ImmutableArray<IptcProperty> Properties = [.. NewsroomFields.All.Select(field => field.Property).Union(IptcStandard.Properties)];

    public static MetadataReading Read(PhotoFormat format, MetadataBlocks found, ReadingOrder order, ProblemList problems) =>
        Read(format, found, order, problems, packet => XmpReader.Read(packet, XmpTags.IsWanted, problems));

    /// <summary>Everything in the blocks, brought together with nothing.</summary>
    public static MetadataLayers List(PhotoFormat format, MetadataBlocks found, ProblemList problems) =>
        List(format, found, problems, packet => XmpReader.Read(packet, wanted: null, problems));

    /// <summary>Both, of packets that are parsed once.</summary>
    public static (MetadataReading Reading, MetadataLayers Layers) ReadAndList(PhotoFormat format, MetadataBlocks found, ProblemList problems)
    {
        var parsed = new Dictionary<MetadataBlock, XmpPacket>(ReferenceEqualityComparer.Instance);
        XmpPacket Parse(MetadataBlock packet) =>
            parsed.TryGetValue(packet, out var whole) ? whole : parsed[packet] = XmpReader.Read(packet, wanted: null, problems);
        XmpPacket ParseWanted(MetadataBlock packet) =>
            Wanted(Parse(packet));
        return (Read(format, found, ReadingOrder.Newsroom, problems, ParseWanted), List(format, found, problems, Parse));
    }

    private static XmpPacket Wanted(XmpPacket whole) => whole with { Properties = [.. whole.Properties.Where(node => XmpTags.IsWanted(node.Name))] };

    private static MetadataReading Read(PhotoFormat format, MetadataBlocks found, ReadingOrder order, ProblemList problems, Func<MetadataBlock, XmpPacket> parse)
    {
        var exif = ReadExif(format, found, problems);
        var iim = ReadIim(found, problems);
        var xmp = ReadXmp(found, problems, parse);
        var iimIsNewer = iim is not null && found.IptcDigest is { } digest && !IptcDigest.Of(iim.Block.Bytes).AsSpan().SequenceEqual(digest);
        Func<string, int> iimBytes = text => iim?.Charset.GetByteCount(text) ?? 0;

        var texts = new XmpFields(xmp, problems);
        var sequence = FieldSources.Order(order, iimIsNewer);
        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        var sources = ImmutableSortedDictionary.CreateBuilder<string, FieldSource>();
        var conflicts = ImmutableArray.CreateBuilder<FieldConflict>();
        var layers = new SortedDictionary<FieldSource, FieldValue>();
        void Layer(FieldSource source, FieldValue? value)
        {
            if (value is not null)
            {
                layers[source] = value;
            }
        }

        foreach (var field in Properties)
        {
            layers.Clear();
            Layer(FieldSource.Xmp, order == ReadingOrder.Mwg ? texts.Shown(field) ?? texts.Value(field) : texts.Value(field));
            Layer(FieldSource.Iim, iim?.Value(field));
            Layer(FieldSource.Exif, exif?.Value(field));
            if (layers.Count == 0)
            {
                Layer(FieldSource.Xmp, texts.OldValue(field));
            }

            if (LayerReconciliation.Choose(field, layers, sequence, iimBytes) is { } chosen)
            {
                fields[field.Id] = chosen.Value;
                sources[field.Id] = chosen.Source;
            }

            if (LayerReconciliation.Conflict(field, layers, iimBytes) is { } conflict)
            {
                conflicts.Add(conflict);
            }
        }

        return new MetadataReading
        {
            Format = format,
            Width = found.Width,
            Height = found.Height,
            Orientation = found.DecoderTurns ? 1 : exif?.Orientation ?? 1,
            Fields = new FieldValues(fields),
            Languages = texts.Languages,
            Extras = Extras.Of(xmp, iim),
            Sources = sources.ToImmutable(),
            Conflicts = conflicts.ToImmutable(),
            Camera = exif?.Camera,
            Gps = exif?.Gps ?? texts.Gps(),
            MetadataDate = LooseDates.FromXmp(xmp.Text(XmpTags.MetadataDate))?.ToString(),
            AgencyPhotoIds = AgencyIds.Of(xmp, iim),
            ImageDataHash = found.ImageDataHash,
            Thumbnail = exif?.Thumbnail,
            Preview = found.Preview,
            HasContentCredentials = found.HasContentCredentials,
            Problems = problems.ToImmutable(),
        };
    }

    private static MetadataLayers List(PhotoFormat format, MetadataBlocks found, ProblemList problems, Func<MetadataBlock, XmpPacket> parse)
    {
        var exif = new ExifDirectories();
        foreach (var (_, tiff) in found.Exif)
        {
            exif.Add(tiff);
        }

        foreach (var (box, tiff) in found.CanonDirectories)
        {
            exif.Add(tiff, Cr3Reader.DirectoryName(box));
        }

        found.Maps.ForEach(map => exif.Add(map));

        return new MetadataLayers
        {
            Format = format,
            Xmp = [.. found.Xmp.TakeLast(MostXmpPackets).Concat(found.ExtendedXmp.Values.Take(MostXmpPackets)).Select(parse)],
            Iim = [.. found.Iim.Take(MostIimBlocks).Select(block => IimReader.Read(block, problems)).OfType<IimBlock>().Select(block => block.ToLayer())],
            Exif = exif.Tags,
            Problems = problems.ToImmutable(),
        };
    }

    /// <summary>
    /// Software that turned a TIFF file into another kind left its XMP and IIM where TIFF has them: among the EXIF tags. They are older
    /// than what the container has in its own place.
    /// </summary>
    public static void AddBlocksInExif(PhotoFormat format, MetadataBlocks found, ProblemList problems)
    {
        // Of a file that is TIFF itself, they were found already.
        foreach (var (where, tiff) in format is PhotoFormat.Tiff or PhotoFormat.Raw ? [] : found.Exif)
        {
            if (TiffFile.Open(tiff) is { } file && file.Directory(file.FirstDirectory) is { } main)
            {
                var inside = new MetadataBlocks();
                TiffReader.ReadBlocks(main, inside, problems);
                found.IptcDigest ??= found.Iim.Count == 0 ? inside.IptcDigest : null;
                found.Iim.AddRange(inside.Iim.Select(block => block with { Where = $"{where} {block.Where}" }));
                found.Xmp.InsertRange(0, inside.Xmp.Select(block => block with { Where = $"{where} {block.Where}" }));
            }
        }
    }

    /// <summary>The first EXIF block that can be read.</summary>
    private static ExifValues? ReadExif(PhotoFormat format, MetadataBlocks found, ProblemList problems)
    {
        ExifValues? first = null;
        foreach (var (where, tiff) in found.Exif)
        {
            if (first is not null)
            {
                // Previews in raw files have their own.
                if (format != PhotoFormat.Raw)
                {
                    problems.Add(where, "The file has more than one EXIF block; the first was taken.");
                }

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
    private static XmpValues ReadXmp(MetadataBlocks found, ProblemList problems, Func<MetadataBlock, XmpPacket> parse)
    {
        var values = new XmpValues();
        foreach (var packet in found.Xmp.TakeLast(MostXmpPackets).Reverse())
        {
            if (values.FillFrom(parse(packet), problems))
            {
                problems.Add(packet.Where, "The file has more than one XMP packet and they disagree; the last one was taken.");
            }
        }

        if (values.Text(XmpTags.HasExtendedXmp) is { } guid)
        {
            if (found.ExtendedXmp.TryGetValue(guid.ToUpperInvariant(), out var extension))
            {
                values.FillFrom(parse(extension), problems);
            }
            else
            {
                problems.Add("JPEG extended XMP", "The XMP says that it goes on elsewhere in the file, but that part is not there.");
            }
        }

        return values;
    }
}
