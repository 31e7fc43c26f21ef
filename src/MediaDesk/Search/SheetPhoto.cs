using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Search.Marks;

namespace MediaDesk.Search;

/// <summary>A photo as the contact sheet shows it. <paramref name="Sha256"/> is <see cref="Original.NoSha256"/> while there is no file.</summary>
public sealed record SheetPhoto(
    long Id, string FileName, FieldValues Fields, string Sha256, PictureState Picture, int Width, int Height, bool IsEdited, bool Disagrees,
    IReadOnlyList<string> Agencies)
{
    /// <summary>How many of the results look like it, itself included; 1 where that was not asked for.</summary>
    public int Alike { get; init; } = 1;

    /// <summary>The photo it stands behind in a folded search; null for one that is on the page itself.</summary>
    public long? Front { get; init; }

    /// <summary>What the search has found in its texts.</summary>
    public IReadOnlyList<FoundMark> Marks { get; init; } = [];
}
