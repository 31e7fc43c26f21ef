using System.CommandLine;
using MediaDesk.Check;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk check</c>: whether everything on the desk is there and matches.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("check", "Check that originals, renditions, rows and search index are all there and match.") { json, data };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), parsed.GetRequiredValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(bool json, string data, CancellationToken cancellationToken)
    {
        var (desk, refusal) = await DeskHost.OpenAsync(data, create: false, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            var findings = (await desk.Get<DeskCheck>().RunAsync(null, cancellationToken)).Select(x => x.What).ToList();
            if (CliOutput.IsForPrograms(json))
            {
                CliOutput.PrintJson(new CheckReport(findings));
            }
            else
            {
                foreach (var finding in findings.DefaultIfEmpty("Everything is there and matches."))
                {
                    Console.WriteLine(CliOutput.Plain(finding));
                }
            }

            return findings.Count == 0 ? CommandLine.Succeeded : CommandLine.Failed;
        }
    }

    private sealed record CheckReport(IReadOnlyList<string> Findings);
}
