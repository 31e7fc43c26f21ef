using MediaDesk.History;
using MediaDesk.Model;

namespace MediaDesk.Web.Features.History;

/// <summary>What an undo would do, told before it is done.</summary>
/// <param name="Going">Fields that go back, from what they say now to what they said before.</param>
/// <param name="Staying">Fields that stay, each with the later change that made it its own.</param>
/// <param name="Photos">What happens to whole photos, a sentence; null when only fields change.</param>
public sealed record UndoPlan(IReadOnlyList<HistoryChange> Going, IReadOnlyList<(string Field, HistoryLine Later)> Staying, string? Photos)
{
    /// <param name="ofPhoto">The history of the photo that was changed.</param>
    public static UndoPlan Of(HistoryLine line, IReadOnlyList<HistoryLine> ofPhoto)
    {
        var staying = (
            from change in line.Changes
            let later = ofPhoto.FirstOrDefault(other =>
                other.Id > line.Id && !other.IsUndone && other.Kind != HistoryKind.Undo && other.Changes.Any(its => its.Field == change.Field))
            where later is not null
            select (change.Field, later)).ToList();
        var going = line.Changes
            .Where(change => staying.TrueForAll(stays => stays.Field != change.Field))
            .Select(change => new HistoryChange(change.Field, change.After, change.Before));
        return new([.. going], staying, line.Kind switch
        {
            HistoryKind.Removal => line.PhotoCount == 1 ? "The photo comes back from the bin." : $"{line.PhotoCount:N0} photos come back from the bin.",
            HistoryKind.Restore => line.PhotoCount == 1 ? "The photo goes back into the bin." : $"{line.PhotoCount:N0} photos go back into the bin.",
            HistoryKind.Undo when line.Changes.Count == 0 => "What was undone is done again.",
            _ => null,
        });
    }
}
