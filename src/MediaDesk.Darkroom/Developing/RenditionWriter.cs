using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>Writes renditions as JPEG without any metadata, each under its final name only when it is whole.</summary>
internal sealed class RenditionWriter(string stem)
{
    private const int Quality = 80;

    public WrittenRendition Write(Image picture, int size)
    {
        var part = RenditionFiles.PartOf(stem, size, Environment.ProcessId);
        var jpeg = picture.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
        File.WriteAllBytes(part, jpeg);
        File.Move(part, RenditionFiles.PathOf(stem, size), overwrite: true);
        return new(size, picture.Width, picture.Height, jpeg.Length);
    }
}
