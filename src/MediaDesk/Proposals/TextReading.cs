using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Proposals;

/// <summary>A value for a field that a text of the photo says.</summary>
/// <param name="Source">The text it stands in: <see cref="NewsroomFields.Caption"/> or <see cref="NewsroomFields.CreditLine"/>.</param>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">In UTF-16 units; of several names from the first to the end of the last.</param>
/// <param name="Words">What stands there, as a proposal keeps it.</param>
/// <param name="Confidence">Of several names that of the least sure one.</param>
/// <param name="IsClear">Sure enough to be filled in.</param>
internal sealed record TextReading(
    NewsroomField Field, FieldValue Value, NewsroomField Source, int Start, int Length, string Words, string Rule, double Confidence, bool IsClear);
