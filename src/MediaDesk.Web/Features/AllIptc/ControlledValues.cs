namespace MediaDesk.Web.Features.AllIptc;

/// <summary>
/// The terms of the controlled vocabularies that the standard names for a property. They are offered, not enforced: a vocabulary grows,
/// and a file may hold an older term.
/// </summary>
internal static class ControlledValues
{
    private const string SourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private const string Plus = "http://ns.useplus.org/ldf/vocab/";

    // IPTC NewsCodes, Digital Source Type.
    private static readonly (string, string)[] SourceTypes = Under(
        SourceType,
        ("digitalCapture", "Digital capture of a real-life scene"), ("computationalCapture", "Capture from several frames by computation"),
        ("negativeFilm", "Digitised from a negative"), ("positiveFilm", "Digitised from a positive"), ("print", "Digitised from a print"),
        ("humanEdits", "Edited by a person"), ("compositeCapture", "Composite of captures"), ("algorithmicallyEnhanced", "Enhanced by an algorithm"),
        ("dataDrivenMedia", "Made from data"), ("digitalCreation", "Made by a person with software"), ("screenCapture", "Screen capture"),
        ("virtualRecording", "Recording of virtual events"), ("composite", "Composite of several kinds"), ("compositeSynthetic", "Composite with synthetic parts"),
        ("compositeWithTrainedAlgorithmicMedia", "Composite with parts by generative AI"), ("trainedAlgorithmicMedia", "Made by generative AI"),
        ("algorithmicMedia", "Made by an algorithm without training"));

    // PLUS Licence Data Format 2.0.1, controlled vocabularies.
    private static readonly (string, string)[] DataMining = Under(
        Plus,
        ("DMI-UNSPECIFIED", "Unspecified"), ("DMI-ALLOWED", "Allowed"), ("DMI-PROHIBITED-AIMLTRAINING", "Prohibited for training of AI and machine learning"),
        ("DMI-PROHIBITED-GENAIMLTRAINING", "Prohibited for training of generative AI"), ("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING", "Prohibited except for search engines"),
        ("DMI-PROHIBITED", "Prohibited"), ("DMI-PROHIBITED-SEECONSTRAINT", "Prohibited, see Other Constraints"),
        ("DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR", "Prohibited, see the embedded rights expression"),
        ("DMI-PROHIBITED-SEELINKEDRIGHTSEXPR", "Prohibited, see the linked rights expression"));

    private static readonly (string, string)[] ModelReleases = Under(
        Plus, ("MR-NON", "None"), ("MR-NAP", "Not applicable"), ("MR-UMR", "Unlimited model releases"), ("MR-LMR", "Limited or incomplete model releases"));

    private static readonly (string, string)[] PropertyReleases = Under(
        Plus, ("PR-NON", "None"), ("PR-NAP", "Not applicable"), ("PR-UPR", "Unlimited property releases"), ("PR-LPR", "Limited or incomplete property releases"));

    private static readonly (string, string)[] MinorAges =
    [
        .. Under(Plus, ("AG-UNK", "Age unknown"), ("AG-A25", "25 or over")),
        .. Enumerable.Range(15, 10).Reverse().SelectMany(age => Under(Plus, ($"AG-A{age}", $"{age}"))),
        .. Under(Plus, ("AG-U14", "14 or under")),
    ];

    private static readonly (string, string)[] Telephones = Under(Plus, ("work", "Work"), ("cell", "Mobile"), ("fax", "Fax"), ("home", "Home"), ("pager", "Pager"));

    private static readonly Dictionary<string, (string Value, string Name)[]> ById = new(StringComparer.Ordinal)
    {
        ["digitalSourceType"] = SourceTypes,
        ["dataMining"] = DataMining,
        ["modelReleaseStatus"] = ModelReleases,
        ["propertyReleaseStatus"] = PropertyReleases,
        ["minorModelAgeDisclosure"] = MinorAges,
        ["licensorTelephoneType1"] = Telephones,
        ["licensorTelephoneType2"] = Telephones,
        ["rbShape"] = [("rectangle", "Rectangle"), ("circle", "Circle"), ("polygon", "Polygon")],
        ["rbUnit"] = [("relative", "Parts of the image’s width and height"), ("pixel", "Pixels")],
        ["imageRating"] = [("-1", "Rejected"), ("0", "Unrated"), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5")],
        ["gpsAltitudeRef"] = [("0", "Above sea level"), ("1", "Below sea level")],
    };

    /// <summary>Every list by the id of its property.</summary>
    public static IReadOnlyDictionary<string, (string Value, string Name)[]> Lists => ById;

    /// <summary>What a value is called, or null when it is no term of the property's vocabulary.</summary>
    public static string? NameOf(string id, string? value) =>
        value is not null && ById.TryGetValue(id, out var terms) ? terms.FirstOrDefault(term => term.Value == value).Name : null;

    private static (string Value, string Name)[] Under(string vocabulary, params (string Code, string Name)[] terms) =>
        [.. terms.Select(term => (vocabulary + term.Code, term.Name))];
}
