using System.CommandLine;
using System.Globalization;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk read FILE…</c>: what photos say about themselves. The process itself is the darkroom.</summary>
internal static class ReadVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Photos.", Arity = ArgumentArity.OneOrMore };
        var json = CliOptions.Json();
        var verb = new Command("read", "Print what photos say about themselves: one entry for each FILE, in the order given.") { files, json };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(json)));
        return verb;
    }

    private static int Run(string[] files, bool json)
    {
        var entries = files.Select(file => (Entry: FileReading.Of(file, out var isRead), IsRead: isRead)).ToList();
        if (CliOutput.IsForPrograms(json))
        {
            CliOutput.PrintJson(entries.Select(entry => entry.Entry));
        }
        else
        {
            entries.ForEach(entry => Print(entry.Entry));
        }

        return entries.TrueForAll(entry => entry.IsRead) ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private static void Print(FileReading reading)
    {
        Console.WriteLine(CliOutput.Plain(reading.File));
        var rows = new List<string[]>();
        if (reading.Format is { } format)
        {
            rows.Add(["", string.Create(CultureInfo.CurrentCulture, $"{format} {reading.Width} × {reading.Height}, orientation {reading.Orientation}"), ""]);
        }

        rows.AddRange(reading.Fields.Select(field => (string[])
            [NewsroomFields.Find(field.Key)?.Label ?? field.Key, field.Value.Text, reading.Sources.TryGetValue(field.Key, out var source) ? $"{source}" : ""]));
        if (reading.Gps is { } gps)
        {
            rows.Add(["GPS", string.Create(CultureInfo.InvariantCulture, $"{gps.Lat}, {gps.Lon}"), ""]);
        }

        rows.AddRange(reading.Problems.Select(problem => (string[])["Problem", $"{problem.Where}: {problem.What}", ""]));
        CliOutput.PrintTable(["", "", "from"], rows);
    }
}
