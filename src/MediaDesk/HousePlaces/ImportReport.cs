using MediaDesk.Model;

namespace MediaDesk.HousePlaces;

/// <summary>
/// What came of importing one file. <paramref name="Fault"/> is a sentence why nothing of it was taken, else null. Of the
/// rejected lines the first <see cref="MostLines"/> are told.
/// </summary>
/// <param name="PassedOver">Lines in order that name nothing a caption names: rivers, hotels, postcodes.</param>
public sealed record ImportReport(string File, long Taken, long PassedOver, long Rejected, IReadOnlyList<RejectedLine> RejectedLines, string? Fault)
{
    public const int MostLines = 200;
}
