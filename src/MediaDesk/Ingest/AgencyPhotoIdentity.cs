using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Ingest;

/// <summary>
/// Whether a file carries its agency's own number of the photo, by the shapes the agencies' numbers have. A photo merged
/// wrongly into another is worse than a duplicate: numbers of jobs, events and assignments, which many photos share, never
/// count, and a number in a field that may hold either counts only when byline and date agree as well.
/// </summary>
internal static partial class AgencyPhotoIdentity
{
    /// <summary>The photo's key such as <c>afp:000_34L82NW</c>, or null when nothing in the file identifies it.</summary>
    public static AgencyPhotoNumber? Of(MetadataReading reading)
    {
        var agencies = Agencies(reading.Fields);
        return Find(reading, agencies, IsOwnPlace, isCertain: true)
            ?? Find(reading, agencies, where => !IsOwnPlace(where) && !IsJobPlace(where), isCertain: false)
            ?? Find(reading, agencies, IsJobPlace, isCertain: false);
    }

    /// <summary>Whether two files with the same key are deliveries of one photo.</summary>
    public static bool IsSamePhoto(MetadataReading one, MetadataReading other)
    {
        if (Of(one) is not { } first || Of(other) is not { } second || first.Key != second.Key)
        {
            return false;
        }

        var byline = Agree(Name(one), Name(other), (a, b) => a == b);
        var date = Agree(Date(one), Date(other), (a, b) => a.Start < b.End && b.Start < a.End);
        return first.IsCertain && second.IsCertain
            ? byline is not false || date is not false
            : byline is true && date is true;
    }

    private static AgencyPhotoNumber? Find(MetadataReading reading, Agency agencies, Func<string, bool> isPlace, bool isCertain) =>
        reading.AgencyPhotoIds
            .Where(x => isPlace(x.Where))
            // AFP and older Getty files carry the photo's number in the job id, newer Getty files that of the event: a bare
            // number there says nothing.
            .Where(x => !(IsJobPlace(x.Where) && BareNumber().IsMatch(x.Id)))
            .Select(x => Recognise(x.Id, x.Where, agencies))
            .Where(key => key is not null)
            .Select(key => new AgencyPhotoNumber(key!, isCertain))
            .FirstOrDefault();

    /// <summary>Places that hold the number of the photo and nothing else.</summary>
    private static bool IsOwnPlace(string where) =>
        where.EndsWith("AssetID", StringComparison.Ordinal)
        || where.EndsWith("ImageSupplierImageID", StringComparison.Ordinal)
        || where.EndsWith("FixtureIdentifier", StringComparison.Ordinal);

    private static bool IsJobPlace(string where) => where.EndsWith("TransmissionReference", StringComparison.Ordinal);

    private static bool? Agree<T>(T? one, T? other, Func<T, T, bool> equal) where T : struct =>
        one is { } a && other is { } b ? equal(a, b) : null;

    private static NameText? Name(MetadataReading reading)
    {
        var letters = TextNormaliser.Sound(reading.Fields.Text(NewsroomFields.Byline.Id) ?? "")
            .Normalize(NormalizationForm.FormD)
            .Where(char.IsLetter)
            .Select(c => char.ToUpper(c, CultureInfo.InvariantCulture));
        var text = string.Concat(letters);
        return text.Length == 0 ? null : new(text);
    }

    private static PartialDate? Date(MetadataReading reading)
    {
        if (!PartialDate.TryParse(reading.Fields.Text(NewsroomFields.DateCreated.Id), out var date))
        {
            return null;
        }

        // By the day: one wire sends the time of day, the other only the date.
        return date.Precision == DatePrecision.Time ? PartialDate.OfDay(date.Start) : date;
    }

    private static string? Recognise(string id, string where, Agency agencies)
    {
        if (Afp().Match(id) is { Success: true } afp)
        {
            return "afp:" + afp.Groups[1].Value;
        }

        if (Reuters().IsMatch(id))
        {
            return "reuters:" + id;
        }

        if (Epa().Match(id) is { Success: true } epa)
        {
            return "epa:" + epa.Groups[1].Value;
        }

        if (Ap().IsMatch(id) || (agencies.HasFlag(Agency.Ap) && Hex().IsMatch(id)))
        {
            return "ap:" + id.ToLowerInvariant();
        }

        if (agencies.HasFlag(Agency.Afp) && AfpArchive().IsMatch(id))
        {
            return "afp:" + id;
        }

        if (agencies.HasFlag(Agency.Pa) && Pa().IsMatch(id))
        {
            return "pa:" + id;
        }

        if (agencies.HasFlag(Agency.Shutterstock) && Shutterstock().IsMatch(id))
        {
            return "shutterstock:" + id.ToLowerInvariant();
        }

        if (GettyAsset().IsMatch(id) && (agencies.HasFlag(Agency.Getty) || where.Contains("getty", StringComparison.OrdinalIgnoreCase)))
        {
            return "getty:" + id;
        }

        return where.Contains("ImageSupplierImageID", StringComparison.OrdinalIgnoreCase) && id.Count(char.IsAsciiDigit) >= 5
            ? $"supplier:{(agencies == Agency.None ? "" : agencies)}:{id}"
            : null;
    }

    private static Agency Agencies(FieldValues fields)
    {
        var text = string.Join(
            '\n', fields.Text(NewsroomFields.CreditLine.Id), fields.Text(NewsroomFields.Source.Id), fields.Text(NewsroomFields.CopyrightNotice.Id));
        var found = Agency.None;
        foreach (Match name in AgencyName().Matches(text))
        {
            found |= name.Value.ToUpperInvariant() switch
            {
                "AFP" or "AGENCE FRANCE-PRESSE" => Agency.Afp,
                "AP" or "ASSOCIATED PRESS" => Agency.Ap,
                "PA" or "PRESS ASSOCIATION" => Agency.Pa,
                "GETTY" => Agency.Getty,
                _ => Agency.Shutterstock,
            };
        }

        return found;
    }

    [Flags]
    private enum Agency
    {
        None = 0,
        Afp = 1,
        Ap = 2,
        Pa = 4,
        Getty = 8,
        Shutterstock = 16,
    }

    private readonly record struct NameText(string Letters);

    [GeneratedRegex(@"\b(AFP|Agence France-Presse|AP|Associated Press|PA|Press Association|Getty|Shutterstock|Rex)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AgencyName();

    [GeneratedRegex(@"^(?:AFP_)?(000_[A-Z0-9]{5,12})(?:_.*|\.jpe?g)?$")]
    private static partial Regex Afp();

    /// <summary>AFP before 000_ numbers, also in its files at Getty: the bureau's letters and at least six digits.</summary>
    [GeneratedRegex(@"^[A-Z][A-Za-z]{1,3}\d{6,}$")]
    private static partial Regex AfpArchive();

    [GeneratedRegex(@"^(RC2|RTS|RTR|RTX|GM1E|GF[0-9]E|LR[0-9]E|UP1E|SP1E|MT1)[A-Z0-9]{4,}$")]
    private static partial Regex Reuters();

    [GeneratedRegex(@"^epa(\d{8})$", RegexOptions.IgnoreCase)]
    private static partial Regex Epa();

    [GeneratedRegex(@"^AP\d{8,}$")]
    private static partial Regex Ap();

    [GeneratedRegex(@"^[0-9a-f]{32}$", RegexOptions.IgnoreCase)]
    private static partial Regex Hex();

    [GeneratedRegex(@"^2\.\d{8}$")]
    private static partial Regex Pa();

    [GeneratedRegex(@"^\d{6,9}[a-z]{1,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Shutterstock();

    [GeneratedRegex(@"^\d{8,10}$")]
    private static partial Regex GettyAsset();

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex BareNumber();
}

/// <summary>An agency's number of a photo. <paramref name="IsCertain"/>: it stands in a place that holds nothing else.</summary>
internal sealed record AgencyPhotoNumber(string Key, bool IsCertain);
