namespace MediaDesk.Places.GeoNames;

/// <summary>A line of admin1CodesASCII or admin2Codes: code (<c>SY.12</c>, <c>SY.12.1203</c>), name, ASCII name, geonameid.</summary>
internal sealed record AdminCode(string Code, string Name, string AsciiName, string GeoNameId)
{
    private const int LongestCode = 80;

    public PlaceKind Kind => Depth(Code) == 1 ? PlaceKind.Region : PlaceKind.District;

    public string Parent => Code[..Code.LastIndexOf('.')];

    /// <summary>The code, or in <paramref name="fault"/> why the line is none.</summary>
    public static AdminCode? Read(string line, int depth, out string? fault)
    {
        var cells = line.Split('\t');
        fault = cells.Length != 4 ? $"{cells.Length} columns instead of 4"
            : Depth(cells[0]) != depth ? $"{GeoNamesRow.Short(cells[0])} is no code of a {(depth == 1 ? "region" : "district")}"
            : string.IsNullOrWhiteSpace(cells[1]) ? "it has no name"
            : !GeoNamesRow.IsId(cells[3]) ? "the geonameid is no number"
            : null;
        return fault is null ? new(cells[0], cells[1].Trim(), cells[2].Trim(), cells[3]) : null;
    }

    /// <summary>How many levels below the country a code stands: 1, 2, or 0 for what is no code.</summary>
    public static int Depth(string code)
    {
        var parts = code.Split('.');
        return code.Length <= LongestCode && parts.Length is 2 or 3 && parts[0].Length == 2 && parts[0].All(char.IsAsciiLetterUpper) && parts.All(part => part.Length > 0)
            ? parts.Length - 1
            : 0;
    }
}
