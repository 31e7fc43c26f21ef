namespace MediaDesk.Tests.Cleaning;

public sealed class CameraCaptionsTests
{
    [Theory]
    [InlineData("OLYMPUS DIGITAL CAMERA")]
    [InlineData("OLYMPUS DIGITAL CAMERA         ")]
    [InlineData("SONY DSC")]
    [InlineData("SAMSUNG CAMERA PICTURES")]
    [InlineData("KONICA MINOLTA DIGITAL CAMERA")]
    [InlineData("Exif_JPEG_PICTURE")]
    [InlineData("Digital Camera")]
    public void CameraText_IsNoCaption(string caption) =>
        Assert.Null(CleaningTable.Clean("camera-captions", CleaningTable.Fields("Jane Doe", caption: caption)).Caption);

    [Theory]
    [InlineData("An Olympus digital camera lies on a table in Lyon.")]
    [InlineData("A visitor tries a digital camera.")]
    [InlineData("Sony")]
    [InlineData("DSC")]
    [InlineData("Camera")]
    public void CaptionsOfPeople_Stay(string caption) =>
        Assert.Equal(caption, CleaningTable.Clean("camera-captions", CleaningTable.Fields("Jane Doe", caption: caption)).Caption);
}
