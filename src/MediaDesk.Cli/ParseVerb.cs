using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk parse</c>: credit lines and captions in, what they say out; one line of JSON for each.</summary>
internal static class ParseVerb
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var data = CliOptions.Data();
        var verb = new Command("parse", "Read credits and captions: lines of {\"text\", \"published\"?} on standard input, a line of JSON for each on standard output.") { data };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(data), parsed.GetResult(data) is { Implicit: false }, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string data, bool isNamed, CancellationToken cancellationToken)
    {
        var (wording, refusal) = await DeskWording.OpenAsync(data, isNamed, cancellationToken);
        if (wording is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (wording)
        {
            return await AnswerAsync(wording, cancellationToken);
        }
    }

    private static async Task<int> AnswerAsync(DeskWording wording, CancellationToken cancellationToken)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Utf8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), Utf8);
        var (number, result) = (0, CommandLine.Succeeded);
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (given, fault) = Given(line);
            if (fault is not null)
            {
                await Console.Error.WriteLineAsync($"Line {number}: {fault}");
                result = CommandLine.Failed;
            }

            // A line that was not understood has an empty answer, so that answers and lines stay in step.
            await output.WriteLineAsync(JsonSerializer.Serialize(wording.Captions.Read(given?.Text, given?.Published), Lines));
        }

        return result;
    }

    private static (GivenText? Given, string? Fault) Given(string line)
    {
        try
        {
            var given = JsonSerializer.Deserialize<GivenText>(line, Lines);
            return given?.Text is null ? (null, "There is no \"text\".") : (given, null);
        }
        catch (JsonException fault)
        {
            return (null, $"This is no JSON object with \"text\": {CliOutput.Plain(fault.Message)}");
        }
    }

    private sealed record GivenText(string? Text, string? Published);
}
