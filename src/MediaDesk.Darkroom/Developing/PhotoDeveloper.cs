using ImageMagick;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Writing;
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
        FileStream file;
        try
        {
            file = new(request.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            return new DarkroomReply.Failed(FailureSentences.Unreadable(unreachable));
        }

        using (file)
        {
            return file.Length == 0 ? new DarkroomReply.Failed(FailureSentences.Empty)
                : request.IsLook ? Look(file)
                : request.Copy is { } copy ? CopyTo(copy, file)
                : request.Sidecar is { } sidecar ? ReadWith(sidecar, file)
                : Develop(file, MetadataReader.Read(file, request.ReadingOrder));
        }
    }

    private DarkroomReply CopyTo(string path, FileStream file)
    {
        try
        {
            using var target = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            return new DarkroomReply.Copied(MetadataWriter.WriteAll(file, target, request.Fields ?? FieldValues.Empty).Refusal);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return new DarkroomReply.Failed(FailureSentences.Unwritable(unwritable));
        }
    }

    private static DarkroomReply Look(FileStream rendition)
    {
        try
        {
            using var opened = VipsLoader.Open(new(PhotoFormat.Jpeg, rendition.Name), shrink: 1, Enums.FailOn.Error);
            using var small = Print.Reduced(opened, RenditionFiles.Sizes[^1]);
            return new DarkroomReply.Looked(PictureHash.Of(small));
        }
        catch (VipsException broken)
        {
            Console.Error.WriteLine(broken.Message);
            return new DarkroomReply.Failed(PictureFault.Explain(PhotoFormat.Jpeg, broken.Message, rendition, isOpened: true));
        }
    }

    private DarkroomReply ReadWith(string sidecar, FileStream file)
    {
        try
        {
            using var words = File.OpenRead(sidecar);
            send(new DarkroomReply.Read(MetadataReader.Read(file, words, request.ReadingOrder), HasFirstPaint: false));
            return new DarkroomReply.Developed([]);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            return new DarkroomReply.Failed(FailureSentences.Unreadable(unreachable));
        }
    }

    private DarkroomReply Develop(FileStream file, MetadataReading reading)
    {
        if (reading.Format is not { } format || format is PhotoFormat.Sidecar)
        {
            return Refuse(reading, FailureSentences.NotAPhoto);
        }

        if (Source(file, reading, format) is not { } source)
        {
            return Refuse(reading, FailureSentences.RawWithoutPreview);
        }

        var isOpened = false;
        try
        {
            var size = source.Measure(request);
            if (size.Refusal(request) is { } refusal)
            {
                return Refuse(reading, refusal);
            }

            // The HEVC decoder fills up what is missing and says nothing; that of Photoshop documents takes their layers instead.
            if (format is PhotoFormat.Heic or PhotoFormat.Psd && PictureFault.EndOf(format, file) is { } cut)
            {
                return Refuse(reading, cut);
            }

            var isPainted = !File.Exists(RenditionFiles.PathOf(request.OutputStem, RenditionFiles.Sizes[^1]))
                && FirstPaint.TryWrite(file, reading, size, writer);
            send(new DarkroomReply.Read(reading, isPainted));
            isOpened = true;
            using var print = Decode(source, size, reading.Orientation);
            return WriteAll(print);
        }
        catch (Exception fault) when (fault is VipsException or MagickException)
        {
            Console.Error.WriteLine(fault.Message);
            var failure = PictureFault.Explain(format, fault.Message, file, isOpened);
            return isOpened ? new DarkroomReply.Failed(failure) : Refuse(reading, failure);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return new DarkroomReply.Failed(FailureSentences.Unwritable(unwritable));
        }
    }

    /// <summary>Every warning counts as damage, but for those that whole photos cause.</summary>
    private static Image Decode(PictureSource source, PictureSize size, int orientation)
    {
        try
        {
            using var opened = source.Open(size, Enums.FailOn.Warning);
            return Print.Make(opened, orientation);
        }
        catch (VipsException warning) when (PictureFault.IsHarmless(warning.Message))
        {
            using var opened = source.Open(size, Enums.FailOn.Error);
            return Print.Make(opened, orientation);
        }
    }

    /// <summary>The smallest first: it is what the contact sheet waits for.</summary>
    private DarkroomReply.Developed WriteAll(Image print)
    {
        using var middle = Print.Then(Print.Reduced(print, 800), picture => picture.CopyMemory());
        using var small = Print.Then(Print.Reduced(middle, 320), picture => picture.CopyMemory());
        var smallest = writer.Write(small, 320);
        send(new DarkroomReply.Painted());
        return new([writer.Write(print, 1600), writer.Write(middle, 800), smallest], PictureHash.Of(small));
    }

    /// <summary>The file itself, or the preview of a raw file; null when that has none.</summary>
    private static PictureSource? Source(FileStream file, MetadataReading reading, PhotoFormat format)
    {
        if (format is not PhotoFormat.Raw)
        {
            return new(format, file.Name);
        }

        return FilePart.Read(file, reading.Preview) is { } preview ? new(PhotoFormat.Jpeg, file.Name, preview) : null;
    }

    private DarkroomReply.Failed Refuse(MetadataReading reading, DarkroomFailure refusal)
    {
        send(new DarkroomReply.Read(reading, HasFirstPaint: false));
        return new(refusal);
    }
}
