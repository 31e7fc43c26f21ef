using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Writing;

namespace MediaDesk.Metadata.Tests;

/// <summary>What the library's README shows is the code below, word for word.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Photo = "\"photo.jpg\"";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-readme-");

    [Fact]
    public void TenLines_AreTheCodeOfThisTest()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "MediaDesk.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("The tests stand outside the repository.");
        }

        string Text(string path) => File.ReadAllText(Path.Combine(root.FullName, path)).ReplaceLineEndings("\n");
        var shown = Lines(Between(Text("src/MediaDesk.Metadata/README.md"), "```csharp\n", "```"));
        var code = Lines(Between(Text("tests/MediaDesk.Metadata.Tests/ReadmeTests.cs"), "InTenLines(string path)\n    {\n", "        return "));

        Assert.Equal(shown.Select(line => line.Replace(Photo, "path", StringComparison.Ordinal)), code);
    }

    [Fact]
    public void TenLines_ReadAndWriteAPhoto()
    {
        var path = Path.Combine(folder.FullName, "photo.jpg");
        File.WriteAllBytes(path, PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("dc:description", "A river") + XmpText.Property("photoshop:Instructions", "None"))))));

        var (caption, from, result) = InTenLines(path);

        Assert.Equal(("A river", FieldSource.Xmp, null), (caption, from, result.Refusal));
        var now = PhotoBytes.Read(File.ReadAllBytes(path)).Fields;
        Assert.Equal(("Besançon", "river; flood", null), (now.Text("headline"), now.Text("keywords"), now.Text("instructions")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static (string? Caption, FieldSource From, WriteResult Result) InTenLines(string path)
    {
        using var photo = File.OpenRead(path);
        MetadataReading reading = MetadataReader.Read(photo);                      // never throws on what a file holds
        string? caption = reading.Fields.Text("description");                      // by the ids of the standard
        FieldSource from = reading.Sources["description"];                         // XMP, IIM, EXIF or a sidecar
        foreach (FieldConflict conflict in reading.Conflicts) Console.WriteLine($"{conflict.Field}: {string.Join(" | ", conflict.Values.Values)}");
        foreach (Problem problem in reading.Problems) Console.WriteLine($"{problem.Where}: {problem.What}");
        WriteResult result = MetadataWriter.WriteFile(path, new Dictionary<string, FieldValue?>
        {
            ["headline"] = FieldValue.Of("Besançon"), ["keywords"] = FieldValue.Of(["river", "flood"]), ["instructions"] = null, // null clears
        });
        Console.WriteLine(result.Refusal ?? $"written and read back{string.Concat(result.Warnings.Select(warning => "; " + warning))}");
        return (caption, from, result);
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
