using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace MediaDesk.Tests.Cli;

/// <summary>The command as a real process, its output captured as a pipe.</summary>
internal sealed record CliProcess(int ExitCode, string Output, string Error)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    public static async Task<CliProcess> RunAsync(string[] arguments, string? defaultDataFolder = null, string? input = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "MediaDesk.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Never the desk of whoever runs the tests.
        start.Environment["MEDIADESK_DATA"] = defaultDataFolder ?? Path.Combine(Path.GetTempPath(), "no-such-desk");
        using var process = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var written = WriteAsync(process.StandardInput, input);
        // Both at once: a pipe that nobody empties stops the process.
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await written;
        await process.WaitForExitAsync(stop);
        return new(process.ExitCode, texts[0], texts[1]);
    }

    private static async Task WriteAsync(StreamWriter stream, string? input)
    {
        await stream.WriteAsync(input);
        stream.Close();
    }
}
