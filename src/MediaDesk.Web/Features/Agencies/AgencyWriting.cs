using MediaDesk.Credits;

namespace MediaDesk.Web.Features.Agencies;

/// <summary>How agencies are put into words on the page.</summary>
internal static class AgencyWriting
{
    public static string Kind(AgencyKind kind) => kind is AgencyKind.PublicBody ? "Public body" : kind.ToString();

    /// <summary>"Agence France-Presse, sold by Getty Images".</summary>
    public static string About(AgencyRule rule) =>
        string.Join(", ", new[] { rule.FullName, rule.SoldBy.Count == 0 ? null : $"sold by {string.Join(", ", rule.SoldBy.Take(3))}{(rule.SoldBy.Count > 3 ? " …" : "")}" }.OfType<string>());

    /// <summary>Right to left where a name is written so.</summary>
    public static string? Direction(string name) => name.Any(sign => sign is (>= '\u0590' and <= '\u08FF')) ? "rtl" : null;

    /// <summary>Where a fault is, in the words of the form.</summary>
    public static string Fault(AgencyFault fault)
    {
        var where = fault.Where[(fault.Where.LastIndexOf('.') + 1)..];
        var field = where.Split('[')[0] switch
        {
            "name" => "Name", "fullName" => "Full name", "aliases" => "Written as", "patterns" => "Patterns", "soldBy" => "Sold by", "kind" => "Kind", _ => null,
        };
        return field is null ? fault.What : $"{field}: {fault.What}";
    }
}
