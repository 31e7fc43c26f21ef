using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Web.Features.AllIptc;

/// <summary>A group of properties as the standard's user guide has them.</summary>
/// <param name="Id">The standard's, such as <c>location</c>.</param>
public sealed record Topic(string Id, string Title, IReadOnlyList<IptcProperty> Properties);

/// <summary>The groups in the order an editor works through them.</summary>
internal static class Topics
{
    private static readonly (string Id, string Title)[] Titles =
    [
        ("gimgcont", "Image content"), ("person", "Persons"), ("location", "Locations"), ("othings", "Other things shown"), ("imgreg", "Regions of the image"),
        ("rights", "Rights"), ("licensing", "Licensing"), ("admin", "Administration"),
    ];

    public static readonly IReadOnlyList<Topic> All =
    [
        .. Titles.Select(title => new Topic(title.Id, title.Title, [.. IptcStandard.Properties.Where(property => property.Topic == title.Id).OrderBy(property => property.Order, StringComparer.Ordinal)])),
    ];
}
