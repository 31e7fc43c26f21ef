using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace MediaDesk.Web.Endpoints;

/// <summary>A photo's revision as an entity tag (RFC 9110, section 8.8.3).</summary>
internal static class RevisionTag
{
    /// <summary>A revision no photo has: a tag that the desk never gave proves nothing about what its sender has seen.</summary>
    private const long Unknown = -1;

    public static string Of(long revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>The revision an If-Match asks for; null when it asks for none. Of several the newest.</summary>
    public static long? Read(StringValues ifMatch)
    {
        var tags = ifMatch.SelectMany(value => (value ?? "").Split(',')).Select(tag => tag.Trim()).Where(tag => tag.Length > 0).ToList();
        return tags.Count == 0 || tags.Contains("*") ? null : tags.Max(Revision);
    }

    private static long Revision(string tag)
    {
        var bare = (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"');
        return long.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : Unknown;
    }
}
