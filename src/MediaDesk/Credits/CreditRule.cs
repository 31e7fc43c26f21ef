namespace MediaDesk.Credits;

/// <summary>The conventions of credit lines, by the names under which the desk shows them.</summary>
public static class CreditRule
{
    public const string KnownAgency = "known agency";
    public const string CutAgency = "agency cut off at the end of the field";
    public const string Organisation = "words of an organisation";
    public const string Initialism = "initials of an organisation";
    public const string Supplier = "supplier of a handout";
    public const string Courtesy = "courtesy of";
    public const string SourceOfWire = "source before via";
    public const string BetweenNameAndAgency = "between photographer and agency";
    public const string LastLink = "behind the photographer";
    public const string PhotoBy = "photo by";
    public const string NameBeforeAgency = "name before the agency";
    public const string NameAfterAgency = "name behind the agency";
    public const string NameAlone = "name alone";
    public const string NameInByline = "name in the byline";
    public const string StockName = "contributor of a stock agency";
    public const string PersonOrOrganisation = "person or organisation";
    public const string For = "for";
    public const string Role = "word of the credit line";
}
