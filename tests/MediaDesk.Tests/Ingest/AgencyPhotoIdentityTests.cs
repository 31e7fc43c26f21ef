using MediaDesk.Ingest;
using MediaDesk.Metadata;

namespace MediaDesk.Tests.Ingest;

public sealed class AgencyPhotoIdentityTests
{
    [Theory]
    [InlineData("XMP-getty:AssetID", "462093768", "", "getty:462093768")]
    [InlineData("IPTC:FixtureIdentifier", "RC2ABC1DEF2G", "REUTERS", "reuters:RC2ABC1DEF2G")]
    [InlineData("IPTC:FixtureIdentifier", "GM1EA7H1B2C01", "REUTERS", "reuters:GM1EA7H1B2C01")]
    [InlineData("IPTC:ObjectName", "000_34L82NW", "AFP", "afp:000_34L82NW")]
    [InlineData("IPTC:OriginalTransmissionReference", "DV1945213", "AFP/Getty Images", "afp:DV1945213")]
    [InlineData("IPTC:ObjectName", "epa06737033", "EPA", "epa:06737033")]
    [InlineData("IPTC:ObjectName", "16507315bs", "Alex Example/Shutterstock", "shutterstock:16507315bs")]
    [InlineData("IPTC:FixtureIdentifier", "AP24123456789012", "AP", "ap:ap24123456789012")]
    [InlineData("IPTC:FixtureIdentifier", "0123456789abcdef0123456789abcdef", "AP", "ap:0123456789abcdef0123456789abcdef")]
    [InlineData("IPTC:OriginalTransmissionReference", "2.71234567", "PA", "pa:2.71234567")]
    [InlineData("IPTC:ObjectName", "462093768", "Getty Images", "getty:462093768")]
    [InlineData("XMP-plus:ImageSupplierImageID", "ABC-123456", "", "supplier::ABC-123456")]
    public void Of_NumberOfAPhoto_IsItsKey(string where, string id, string credit, string key) =>
        Assert.Equal(key, AgencyPhotoIdentity.Of(Reading(where, id, credit))?.Key);

    [Theory]
    [InlineData("IPTC:OriginalTransmissionReference", "775012345", "Getty Images")]
    [InlineData("IPTC:OriginalTransmissionReference", "DTS112", "AP")]
    [InlineData("IPTC:ObjectName", "WHITE SOX TIGERS", "AP")]
    [InlineData("IPTC:ObjectName", "462093768", "Staff")]
    [InlineData("IPTC:ObjectName", "1234", "Getty Images")]
    [InlineData("XMP-plus:ImageSupplierImageID", "n/a 1", "Getty Images")]
    [InlineData("IPTC:ObjectName", "16507315bs", "Reuters")]
    public void Of_NumberThatManyPhotosMayShare_IsNoKey(string where, string id, string credit) =>
        Assert.Null(AgencyPhotoIdentity.Of(Reading(where, id, credit)));

    [Theory]
    [InlineData("XMP-getty:AssetID", "Ann Lee", "2020-02-20", "Ann Lee", "2020-02-20", true)]
    [InlineData("XMP-getty:AssetID", "Ann Lee", "2020-02-20", null, null, true)]
    [InlineData("XMP-getty:AssetID", "Ann Lee", "2020-02-20", "Bo Ek", "2020-02-20", true)]
    [InlineData("XMP-getty:AssetID", "Ann Lee", "2020-02-20", "Bo Ek", "2019-01-01", false)]
    [InlineData("IPTC:ObjectName", "Ann Lee", "2020-02-20", "ANN LEE", "2020-02-20T10:00:00", true)]
    [InlineData("IPTC:ObjectName", "Ann Lee", "2020-02-20", "Bo Ek", "2020-02-20", false)]
    [InlineData("IPTC:ObjectName", "Ann Lee", "2020-02-20", "Ann Lee", "2020-02-21", false)]
    [InlineData("IPTC:ObjectName", "Ann Lee", "2020-02-20", null, "2020-02-20", false)]
    public void IsSamePhoto_ByPlaceOfTheNumberBylineAndDate(
        string where, string? byline, string? date, string? otherByline, string? otherDate, bool same) =>
        Assert.Equal(
            same,
            AgencyPhotoIdentity.IsSamePhoto(Reading(where, "462093768", "Getty Images", byline, date), Reading(where, "462093768", "Getty Images", otherByline, otherDate)));

    private static MetadataReading Reading(string where, string id, string credit, string? byline = null, string? date = null) => new()
    {
        AgencyPhotoIds = [new(where, id)],
        Fields = FieldValues.Empty
            .With("creditLine", FieldValue.Of(credit))
            .With("creatorNames", FieldValue.Of([byline]))
            .With("dateCreated", FieldValue.Of(date)),
    };
}
