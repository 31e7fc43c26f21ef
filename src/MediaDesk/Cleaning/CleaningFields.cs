using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Cleaning;

/// <summary>The fields of a photo that rules may clean. Blank is null.</summary>
public sealed record CleaningFields(IReadOnlyList<string> Byline, string? BylineTitle, string? Credit, string? Source, string? Caption)
{
    public static CleaningFields Of(FieldValues fields) => new(
        fields[NewsroomFields.Byline.Id]?.Items ?? [], fields.Text(NewsroomFields.BylineTitle.Id), fields.Text(NewsroomFields.CreditLine.Id),
        fields.Text(NewsroomFields.Source.Id), fields.Text(NewsroomFields.Caption.Id));

    /// <summary>The values in which these fields differ from others, by property id; null where these have none.</summary>
    public IReadOnlyDictionary<string, FieldValue?> Unlike(CleaningFields before)
    {
        var values = new SortedDictionary<string, FieldValue?>(StringComparer.Ordinal);
        if (!ReferenceEquals(Byline, before.Byline) && !Byline.SequenceEqual(before.Byline, StringComparer.Ordinal))
        {
            values[NewsroomFields.Byline.Id] = FieldValue.Of(Byline);
        }

        Add(NewsroomFields.BylineTitle, BylineTitle, before.BylineTitle);
        Add(NewsroomFields.CreditLine, Credit, before.Credit);
        Add(NewsroomFields.Source, Source, before.Source);
        Add(NewsroomFields.Caption, Caption, before.Caption);
        return values;

        void Add(NewsroomField field, string? now, string? was)
        {
            if (now != was)
            {
                values[field.Id] = FieldValue.Of(now);
            }
        }
    }

    /// <summary>Each name of the byline and the credit line made another; what is left blank goes.</summary>
    internal CleaningFields WithNames(Func<string, string> change) => this with
    {
        Byline = [.. Byline.Select(change).Where(name => name.Length > 0)],
        Credit = Credit is null ? null : Filled(change(Credit)),
    };

    internal static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
