using System.Globalization;
using System.Text;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Web.Features.Captions;

/// <summary>Whether what a file says of a field stands on something that was wrong in the file.</summary>
internal static class FieldDoubt
{
    /// <param name="source">The layer that the value was taken from.</param>
    public static (string Short, string Sentence)? Of(MetadataReading reading, IptcProperty property, FieldSource source)
    {
        var problem = reading.Problems.FirstOrDefault(problem => IsOfTheField(problem, property, source) || IsOfTheLayer(problem, property, source, reading));
        return problem is null ? null : (IsCharset(problem) ? "charset guessed" : "damaged", $"{problem.Where}: {problem.What}");
    }

    private static bool IsOfTheField(Problem problem, IptcProperty property, FieldSource source) => source switch
    {
        FieldSource.Iim => property.IimDatasets.Any(number => problem.Where.EndsWith(string.Create(CultureInfo.InvariantCulture, $" 2:{number:00}"), StringComparison.Ordinal)),
        FieldSource.Xmp => problem.Where.EndsWith($" {property.Xmp}", StringComparison.Ordinal) || problem.Where.EndsWith($" {property.XmpName.LocalName}", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>A damaged block makes all that it says doubtful, a guessed character set only what is not plain ASCII.</summary>
    private static bool IsOfTheLayer(Problem problem, IptcProperty property, FieldSource source, MetadataReading reading) =>
        problem.What.StartsWith($"The {source.ToString().ToUpperInvariant()} ", StringComparison.Ordinal)
        && (!IsCharset(problem) || reading.Fields[property.Id]?.AllTexts().Any(text => !Ascii.IsValid(text)) == true);

    private static bool IsCharset(Problem problem) =>
        problem.What.Contains("character set", StringComparison.Ordinal) || problem.What.Contains("UTF-8", StringComparison.Ordinal);
}
