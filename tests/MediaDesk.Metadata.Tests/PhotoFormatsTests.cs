using System.Text;

namespace MediaDesk.Metadata.Tests;

public sealed class PhotoFormatsTests
{
    [Theory]
    [InlineData("\xFF\xD8\xFF\xE0", PhotoFormat.Jpeg)]
    [InlineData("\x89PNG\r\n\x1A\n", PhotoFormat.Png)]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", PhotoFormat.WebP)]
    [InlineData("II*\0\x08\0\0\0\0\0\0\0", PhotoFormat.Tiff)]
    [InlineData("MM\0*\0\0\0\x08\0\0\0\0", PhotoFormat.Tiff)]
    [InlineData("II+\0\x08\0\0\0\x10\0\0\0", PhotoFormat.Tiff)]
    [InlineData("\0\0\0\x18" + "ftypheic\0\0\0\0mif1heic", PhotoFormat.Heic)]
    [InlineData("\0\0\0\x18" + "ftypmif1\0\0\0\0mif1heic", PhotoFormat.Heic)]
    [InlineData("\0\0\0\x18" + "ftypmif1\0\0\0\0mif1avif", null)]
    [InlineData("\0\0\0\x18" + "ftypavif\0\0\0\0mif1heic", null)]
    [InlineData("\0\0\0\x18" + "ftypcrx \0\0\0\x01" + "crx isom", PhotoFormat.Raw)]
    [InlineData("II*\0\x10\0\0\0CR\x02\0", PhotoFormat.Raw)]
    [InlineData("IIU\0\x08\0\0\0", PhotoFormat.Raw)]
    [InlineData("IIRO\x08\0\0\0", PhotoFormat.Raw)]
    [InlineData("IIRS\x08\0\0\0", PhotoFormat.Raw)]
    [InlineData("MMOR\0\0\0\x08", PhotoFormat.Raw)]
    [InlineData("FUJIFILMCCD-RAW 0201", PhotoFormat.Raw)]
    [InlineData("GIF89a", null)]
    [InlineData("RIFF\0\0\0\0WAVEfmt ", null)]
    [InlineData("just text", null)]
    [InlineData("\xFF\xD8", null)]
    [InlineData("II*", null)]
    [InlineData("", null)]
    public void Format_IsToldByTheFirstBytes(string head, PhotoFormat? expected) => Assert.Equal(expected, PhotoFormats.Detect(Encoding.Latin1.GetBytes(head)));
}
