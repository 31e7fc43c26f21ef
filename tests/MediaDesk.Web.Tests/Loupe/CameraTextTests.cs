using MediaDesk.Metadata;
using MediaDesk.Web.Features.Loupe;

namespace MediaDesk.Web.Tests.Loupe;

public sealed class CameraTextTests
{
    [Fact]
    public void Line_TellsWhatPhotographersTell() =>
        Assert.Equal(
            "NIKON D5, 35 mm, f/8, 1/640 s, ISO 100",
            CameraText.Line(new() { Make = "NIKON CORPORATION", Model = "NIKON D5", FocalLength = 35, FNumber = 8, ExposureTime = 1 / 640.0, Iso = 100 }));

    [Theory]
    [InlineData("Canon", "Canon EOS 5D", "Canon EOS 5D")]
    [InlineData("SONY", "ILCE-9", "SONY ILCE-9")]
    [InlineData("Leica", null, "Leica")]
    public void Line_NamesTheMakerOnce(string make, string? model, string expected) =>
        Assert.Equal(expected, CameraText.Line(new() { Make = make, Model = model }));

    [Fact]
    public void Line_LongExposure_IsInSeconds() => Assert.Equal("2.5 s", CameraText.Line(new() { ExposureTime = 2.5 }));

    [Fact]
    public void Line_NothingKnown_IsEmpty() => Assert.Equal("", CameraText.Line(new() { Iso = 0, FNumber = double.NaN }));
}
