namespace MediaDesk.Places.GeoNames;

/// <summary>The tables of the official dump (download.geonames.org/export/dump) that the desk takes, told apart by the shape of a line.</summary>
internal enum GeoNamesFormat
{
    /// <summary>cities500, cities15000, allCountries or one country's table.</summary>
    Places,
    /// <summary>admin1CodesASCII: the names of regions.</summary>
    Regions,
    /// <summary>admin2Codes: the names of districts.</summary>
    Districts,
    /// <summary>alternateNames, alternateNamesV2: names in other languages.</summary>
    Names,
}
