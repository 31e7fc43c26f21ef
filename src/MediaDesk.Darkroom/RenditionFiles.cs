namespace MediaDesk.Darkroom;

/// <summary>The files that developing one photo writes; none where it is only read with its sidecar. The child writes parts under its process id and renames them.</summary>
internal sealed record RenditionFiles(string File, string Stem, string? Sidecar = null)
{
    /// <summary>Nominal longest sides in pixels, largest first.</summary>
    public static readonly int[] Sizes = [1600, 800, 320];

    public string Smallest => PathOf(Stem, Sizes[^1]);

    public static string PathOf(string stem, int size) => $"{stem}-{size}.jpg";

    public static string PartOf(string stem, int size, int processId) => $"{stem}-{size}.{processId}.part";

    public DarkroomRequest Request(DarkroomOptions options) =>
        new(File, Stem, options.PixelLimit, options.ProgressivePixelLimit, options.SideLimit, options.ReadingOrder, Sidecar);

    public IReadOnlyList<DevelopedRendition> Named(IReadOnlyList<WrittenRendition> written) =>
        [.. written.Select(rendition =>
            new DevelopedRendition(rendition.Size, PathOf(Stem, rendition.Size), rendition.Width, rendition.Height, rendition.ByteSize))];

    /// <summary>Remembers what is there before developing begins.</summary>
    public Before Before() => new(this, [.. Sizes.Where(size => System.IO.File.Exists(PathOf(Stem, size)))]);
}

/// <summary>What was there before: a failure removes what it has left behind, and nothing that an earlier success has.</summary>
internal sealed record Before(RenditionFiles Files, IReadOnlyList<int> Sizes)
{
    public void Remove(int childId)
    {
        foreach (var size in RenditionFiles.Sizes)
        {
            File.Delete(RenditionFiles.PartOf(Files.Stem, size, childId));
            if (!Sizes.Contains(size))
            {
                File.Delete(RenditionFiles.PathOf(Files.Stem, size));
            }
        }
    }
}
