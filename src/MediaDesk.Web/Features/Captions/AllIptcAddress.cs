namespace MediaDesk.Web.Features.Captions;

/// <summary>Where all properties of a photo are edited, and the way back to the desk as it was left.</summary>
public static class AllIptcAddress
{
    /// <param name="deskAddress">The address the editor comes from, whose query is the search.</param>
    public static string Of(long mediaId, string deskAddress)
    {
        var query = deskAddress.IndexOf('?') is >= 0 and var at ? deskAddress[at..] : "";
        return query.Length == 0 ? $"photos/{mediaId}/iptc" : $"photos/{mediaId}/iptc?from={Uri.EscapeDataString(query)}";
    }

    /// <summary>The desk's address; never one outside of the desk, whatever the query says.</summary>
    public static string Back(string? from) => from is ['?', ..] ? $"/{from}" : "/";
}
