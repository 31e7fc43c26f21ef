namespace MediaDesk.Tests.Cli;

public sealed class ArticleVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-article-").FullName;

    [Fact]
    public async Task Article_PrintsItsPhotoBlocks()
    {
        var file = Path.Combine(folder, "article.txt");
        await File.WriteAllTextAsync(file, "Prose.\n\ntram, riga\nA tram passes in Riga, Latvia, on May 3. JURIS BERZINS/AFP/Getty Images\n", TestContext.Current.CancellationToken);

        var run = await CliProcess.RunAsync(["article", file, "--published", "2023-05-10"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var photo = Assert.Single(run.Json.EnumerateArray().ToArray());
        Assert.Equal("2023-05-03", photo.GetProperty("date").GetString());
        Assert.Equal(["tram", "riga"], photo.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task MissingFile_Ends1_AndADateThatIsNone_Ends2()
    {
        var missing = await CliProcess.RunAsync(["article", Path.Combine(folder, "none.txt")]);
        Assert.Equal((1, ""), (missing.ExitCode, missing.Output));
        var badDate = await CliProcess.RunAsync(["article", Path.Combine(folder, "none.txt"), "--published", "Tuesday"]);
        Assert.Equal((2, ""), (badDate.ExitCode, badDate.Output));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
