using System.Text;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Web.Features.Captions;

/// <summary>
/// How much of what IIM can carry a value takes, counted in octets of UTF-8 as IIM 4.2 does. Of a list, its longest entry.
/// </summary>
/// <param name="Lost">The end of the text that the IIM copy in the file will lose; null while it fits.</param>
public sealed record IimRoom(int Used, int Max, string? Lost)
{
    private const double TellFrom = 0.8;

    /// <summary>Null while there is nothing to tell: below 80 %, or where IIM sets no limit or a fixed form.</summary>
    public static IimRoom? Of(IptcProperty property, FieldValue? value)
    {
        // A country code has a fixed form, and the desk makes it three letters itself.
        if (value is null || property.IimMaxBytes is not { } max || property == NewsroomFields.CountryCode.Property)
        {
            return null;
        }

        var longest = value.Items.MaxBy(Encoding.UTF8.GetByteCount)!;
        var used = Encoding.UTF8.GetByteCount(longest);
        return used < max * TellFrom ? null : new(used, max, used > max ? AfterByte(longest, max) : null);
    }

    /// <summary>The text from the first character that does not fit whole.</summary>
    private static string AfterByte(string text, int max)
    {
        var (bytes, chars) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > max)
            {
                break;
            }

            bytes += rune.Utf8SequenceLength;
            chars += rune.Utf16SequenceLength;
        }

        return text[chars..];
    }
}
