using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Writing;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>Photos on the disk: all or nothing, and nothing else in the folder.</summary>
public sealed class WriteFileTests : IDisposable
{
    private static readonly Dictionary<string, FieldValue?> Headline = new() { ["headline"] = FieldValue.Of("New") };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-writefile-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Photo_IsReplaced_WithItsPermissions()
    {
        var path = Photo(PhotoBytes.JpegOf());
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.True(MetadataWriter.WriteFile(path, Headline).IsWritten);

        Assert.Equal("New", Read(path).Fields.Text("headline"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
        Assert.Equal([path], Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public void AnotherTarget_IsWritten_AndThePhotoStays()
    {
        var original = PhotoBytes.JpegOf();
        var path = Photo(original);
        var target = Path.Combine(folder.FullName, "copy.jpg");

        Assert.True(MetadataWriter.WriteFile(path, Headline, target).IsWritten);

        Assert.Equal(original, File.ReadAllBytes(path));
        Assert.Equal("New", Read(target).Fields.Text("headline"));
    }

    [Fact]
    public void Link_StaysALink_AndItsPhotoIsWritten()
    {
        var path = Photo(PhotoBytes.JpegOf());
        var link = Path.Combine(folder.FullName, "link.jpg");
        File.CreateSymbolicLink(link, path);

        Assert.True(MetadataWriter.WriteFile(link, Headline).IsWritten);

        Assert.Equal(path, File.ResolveLinkTarget(link, returnFinalTarget: true)!.FullName);
        Assert.Equal("New", Read(path).Fields.Text("headline"));
    }

    [Fact]
    public void PhotoThatSaysAllThat_IsNotTouched()
    {
        var path = Photo(PhotoBytes.JpegOf());
        MetadataWriter.WriteFile(path, Headline);
        var then = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, then);

        Assert.True(MetadataWriter.WriteFile(path, Headline).IsWritten);

        Assert.Equal(then, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void RefusedWrite_LeavesPhotoAndTargetAsTheyWere()
    {
        var original = PhotoBytes.JpegOf()[..^2];
        var path = Photo(original);
        var target = Path.Combine(folder.FullName, "target.jpg");
        File.WriteAllText(target, "what stood there");

        var refusals = new[] { MetadataWriter.WriteFile(path, Headline), MetadataWriter.WriteFile(path, Headline, target) };

        Assert.All(refusals, result => Assert.NotNull(result.Refusal));
        Assert.Equal(original, File.ReadAllBytes(path));
        Assert.Equal("what stood there", File.ReadAllText(target));
        Assert.Equal(2, Directory.GetFiles(folder.FullName).Length);
    }

    [Fact]
    public void ContentCredentials_AreKeptAndTheWarningSaysThatTheyBreak()
    {
        var credentials = PhotoBytes.Segment(0xEB, "JP"u8.ToArray(), [0, 1, 0, 0, 0, 1], BoxBytes.Jumbf());
        var path = Photo(PhotoBytes.JpegOf(credentials));

        var result = MetadataWriter.WriteFile(path, Headline);

        Assert.Contains("no longer validate", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.True(File.ReadAllBytes(path).AsSpan().IndexOf(credentials) > 0);
    }

    [Fact]
    public void PhotoThatSomebodyElseChangesMeanwhile_KeepsTheirChange()
    {
        var path = Photo(PhotoBytes.JpegOf());
        using var stop = new CancellationTokenSource();
        var other = new Thread(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var theirs = Path.Combine(folder.FullName, "theirs.tmp");
                File.WriteAllBytes(theirs, PhotoBytes.JpegOf(PhotoBytes.Segment(0xFE, new byte[100 + (i % 1000)])));
                File.Move(theirs, path, overwrite: true);
            }
        });
        other.Start();

        var results = Enumerable.Range(0, 200).Select(i => MetadataWriter.WriteFile(path, new Dictionary<string, FieldValue?> { ["headline"] = FieldValue.Of($"New {i}") })).ToList();

        stop.Cancel();
        other.Join();
        Assert.All(results, result => Assert.True(result.IsWritten || result.Refusal!.Contains("in the meantime", StringComparison.Ordinal), result.Refusal));
        Assert.Contains(results, result => !result.IsWritten);
        Assert.Equal([path], Directory.GetFiles(folder.FullName));
        Assert.NotNull(Read(path).ImageDataHash);
    }

    [Theory]
    [InlineData("photo.xmp", "photo.xmp")]
    [InlineData("photo.jpg.xmp", "photo.jpg.xmp")]
    [InlineData(null, "photo.xmp")]
    public void Sidecar_IsTheOneThatStandsThere_InEitherNamingHabit(string? there, string expected)
    {
        var path = Photo(PhotoBytes.JpegOf());
        if (there is not null)
        {
            File.WriteAllText(Path.Combine(folder.FullName, there), XmpText.Packet("<photoshop:City>Idlib</photoshop:City>"));
        }

        var sidecar = SidecarWriter.PathOf(path);

        Assert.Equal(Path.Combine(folder.FullName, expected), sidecar);
        Assert.True(SidecarWriter.WriteBeside(path, sidecar, Headline).IsWritten);
        Assert.Equal(("New", there is null ? null : "Idlib"), (Read(sidecar).Fields.Text("headline"), Read(sidecar).Fields.Text("cityName")));
    }

    private string Photo(byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, "photo.jpg");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static MetadataReading Read(string path) => PhotoBytes.Read(File.ReadAllBytes(path));
}
