namespace MediaDesk.Places.GeoNames;

/// <summary>Recognises a table by one of its lines.</summary>
internal static class GeoNamesFormats
{
    public static GeoNamesFormat? Of(string line)
    {
        var cells = line.Split('\t');
        return cells.Length switch
        {
            19 => GeoNamesFormat.Places,
            4 when AdminCode.Depth(cells[0]) == 1 => GeoNamesFormat.Regions,
            4 when AdminCode.Depth(cells[0]) == 2 => GeoNamesFormat.Districts,
            // V2 added the years from and to; the last columns of older files are often left away.
            >= 4 and <= 10 when GeoNamesRow.IsId(cells[0]) && GeoNamesRow.IsId(cells[1]) => GeoNamesFormat.Names,
            _ => null,
        };
    }
}
