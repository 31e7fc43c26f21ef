using System.CommandLine;
using System.Globalization;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk read FILE…</c>: what photos say about themselves. The process itself is the darkroom.</summary>
internal static class ReadVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Photos.", Arity = ArgumentArity.OneOrMore };
        var order = new Option<ReadingOrder>("--order")
        {
            Description = "Which layer is believed where they disagree: newsroom (XMP, IIM, EXIF) or mwg (EXIF first, as the Metadata Working Group has it).",
        };
        var json = CliOptions.Json();
        var verb = new Command("read", "Print what photos say about themselves: one entry for each FILE, in the order given.") { files, order, json };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(order), parsed.GetValue(json)));
        return verb;
    }

    private static int Run(string[] files, ReadingOrder order, bool json)
    {
        var entries = files.Select(file => (Entry: FileReading.Of(file, order, out var isRead), IsRead: isRead)).ToList();
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
            [Label(field.Key), field.Value.Text, reading.Sources.TryGetValue(field.Key, out var source) ? $"{source}" : ""]));
        rows.AddRange(reading.Languages.SelectMany(field => field.Value.Select(text => (string[])[$"{field.Key} ({text.Key})", text.Value, $"{FieldSource.Xmp}"])));
        rows.AddRange(reading.Conflicts.SelectMany(conflict => conflict.Values
            .Where(value => value.Key != reading.Sources[conflict.Field])
            .Select(value => (string[])[$"{Label(conflict.Field)}, otherwise", value.Value.Text, $"{value.Key}"])));
        rows.AddRange(reading.Extras.Select(extra => (string[])[extra.Key, extra.Value.Text, ""]));
        if (reading.Gps is { } gps)
        {
            rows.Add(["GPS", string.Create(CultureInfo.InvariantCulture, $"{gps.Lat}, {gps.Lon}"), ""]);
        }

        if (reading.ContentCredentials)
        {
            rows.Add(["Content credentials", "C2PA; writing into the file breaks them", ""]);
        }

        rows.AddRange(reading.Problems.Select(problem => (string[])["Problem", $"{problem.Where}: {problem.What}", ""]));
        CliOutput.PrintTable(["", "", "from"], rows);
    }

    private static string Label(string field) => NewsroomFields.Find(field)?.Label ?? IptcStandard.Find(field)?.Name ?? field;
}
