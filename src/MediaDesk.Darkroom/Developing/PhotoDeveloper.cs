using MediaDesk.Metadata;
using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>One file from its bytes to its renditions. What is wrong with the file is an answer, not an exception.</summary>
internal sealed class PhotoDeveloper(DarkroomRequest request, Action<DarkroomReply> send)
{
    private readonly RenditionWriter writer = new(request.OutputStem);

    public static void Develop(DarkroomRequest request, Action<DarkroomReply> send) =>
        send(new PhotoDeveloper(request, send).Develop());

    private DarkroomReply Develop()
    {
        try
        {
            using var file = new FileStream(request.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length == 0)
            {
                return new DarkroomReply.Failed(FailureSentences.Empty);
            }

            var reading = ReadingStandIn.Read(file);
            if (reading.Format is not { } format)
            {
                return Refuse(reading, FailureSentences.NotAPhoto);
            }

            return Develop(file, reading, new(format, request.File));
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            return new DarkroomReply.Failed(FailureSentences.Unreadable(unreachable.Message));
        }
    }

    private DarkroomReply Develop(Stream file, MetadataReading reading, PictureSource source)
    {
        Image print;
        try
        {
            using var header = VipsLoader.Open(source);
            var size = new PictureSize(header.Width, header.Height, header.Contains("jpeg-multiscan"));
            if (size.Refusal(request) is { } refusal)
            {
                return Refuse(reading, refusal);
            }

            send(new DarkroomReply.Read(reading, false));
            using var opened = VipsLoader.Open(source, source.Format is PhotoFormat.Jpeg ? Print.Shrink(size.Longest) : 1);
            print = Print.Make(opened, reading.Orientation);
        }
        catch (VipsException damage)
        {
            Console.Error.WriteLine(damage.Message);
            return new DarkroomReply.Failed(FailureSentences.Damaged);
        }

        using (print)
        {
            return new DarkroomReply.Developed(WriteAll(print));
        }
    }

    /// <summary>The smallest first: it is what the contact sheet waits for.</summary>
    private List<WrittenRendition> WriteAll(Image print)
    {
        using var middle = print.ThumbnailImage(800, height: 800, size: Enums.Size.Down, noRotate: true).CopyMemory();
        using var small = middle.ThumbnailImage(320, height: 320, size: Enums.Size.Down, noRotate: true);
        var smallest = writer.Write(small, 320);
        send(new DarkroomReply.Painted());
        return [writer.Write(print, 1600), writer.Write(middle, 800), smallest];
    }

    private DarkroomReply.Failed Refuse(MetadataReading reading, DarkroomFailure refusal)
    {
        send(new DarkroomReply.Read(reading, false));
        return new(refusal);
    }
}
