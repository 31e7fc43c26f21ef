using System.CommandLine;
using System.Globalization;
using MediaDesk.HousePlaces;
using MediaDesk.Places;
using MediaDesk.Search;
using Spectre.Console;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk places find NAME</c>, <c>near LAT LON</c> and <c>import FILE…</c>: what the gazetteer knows, and more for it to know.</summary>
internal static class PlacesVerb
{
    private const int MostFound = 50;

    public static Command Create() => new("places", "The gazetteer: find places, and import tables of GeoNames.") { Find(), Near(), Import() };

    private static Command Find()
    {
        var name = new Argument<string[]>("NAME") { Description = "In any script and spelling, without quotes.", Arity = ArgumentArity.OneOrMore };
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("find", $"Places of a name, the most likely first, at most {MostFound}.") { name, json, data };
        verb.SetAction((parsed, cancellationToken) => WithGazetteerAsync(
            parsed.GetRequiredValue(data),
            gazetteer =>
            {
                var written = string.Join(' ', parsed.GetRequiredValue(name));
                var found = gazetteer.FindWritten(written).Take(MostFound).ToList();
                PrintPlaces(found, parsed.GetValue(json));
                return found.Count > 0 ? CommandLine.Succeeded : CommandLine.Refuse($"The gazetteer knows no {CliOutput.Plain(written)}.");
            },
            cancellationToken));
        return verb;
    }

    private static Command Near()
    {
        var latitude = Degrees("LAT", "Degrees north; south is negative.", 90);
        var longitude = Degrees("LON", "Degrees east; west is negative. Write -- before the two when one is negative.", 180);
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("near", "The nearest city, with its distance.") { latitude, longitude, json, data };
        verb.SetAction((parsed, cancellationToken) => WithGazetteerAsync(
            parsed.GetRequiredValue(data),
            gazetteer =>
            {
                var nearest = gazetteer.Nearest(parsed.GetValue(latitude), parsed.GetValue(longitude))!;
                if (CliOutput.IsForPrograms(parsed.GetValue(json)))
                {
                    CliOutput.PrintJson(nearest);
                    return CommandLine.Succeeded;
                }

                Console.WriteLine(CliOutput.Plain($"{nearest.Words} ({Where(nearest.Place)})"));
                return CommandLine.Succeeded;
            },
            cancellationToken));
        return verb;
    }

    private static Command Import()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Tables of download.geonames.org/export/dump, as .txt or .zip: allCountries, a country's own, cities500, admin1CodesASCII, admin2Codes, alternateNamesV2.",
            Arity = ArgumentArity.OneOrMore,
        };
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("import", "Take places and names from tables of GeoNames. Places that are known already are renewed.") { files, json, data };
        verb.SetAction((parsed, cancellationToken) => ImportAsync(
            parsed.GetRequiredValue(files), parsed.GetValue(json), parsed.GetRequiredValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> ImportAsync(string[] files, bool json, string data, CancellationToken cancellationToken)
    {
        var (desk, refusal) = await DeskHost.OpenAsync(data, create: true, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            var importer = desk.Get<PlaceImporter>();
            var reports = new List<ImportReport>();
            foreach (var file in files)
            {
                reports.Add(File.Exists(file)
                    ? await WatchAsync(progress => importer.ImportAsync(file, Path.GetFileName(file), "command line", progress, cancellationToken))
                    : new(file, 0, 0, 0, [], "There is no such file."));
            }

            // The photos are found by the new places before this returns, also where no desk is running.
            await CliProgress.WatchedAsync("Index", async progress => await desk.Get<IndexFollowing>().RunAsync(progress, cancellationToken));
            Print(reports, json);
            return reports.All(report => report.Fault is null) ? CommandLine.Succeeded : CommandLine.Failed;
        }
    }

    private static Task<ImportReport> WatchAsync(Func<IProgress<ImportProgress>?, Task<ImportReport>> import)
    {
        if (!CliOutput.IsWatched)
        {
            return import(null);
        }

        var screen = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return screen.Progress().AutoClear(true).StartAsync(context =>
        {
            var bar = context.AddTask("Import");
            return import(new Bar(bar));
        });
    }

    private static void Print(List<ImportReport> reports, bool json)
    {
        if (CliOutput.IsForPrograms(json))
        {
            CliOutput.PrintJson(reports);
            return;
        }

        foreach (var report in reports)
        {
            foreach (var line in report.RejectedLines)
            {
                Console.Error.WriteLine(CliOutput.Plain($"{report.File}, line {line.Number}: {line.Reason}"));
            }

            Console.WriteLine(CliOutput.Plain(report.Fault is { } fault
                ? $"{report.File}: {fault}"
                : $"{report.File}: {report.Taken:N0} taken, {report.PassedOver:N0} of other kinds, {report.Rejected:N0} lines rejected"));
        }
    }

    private static void PrintPlaces(List<Place> places, bool json)
    {
        if (CliOutput.IsForPrograms(json))
        {
            CliOutput.PrintJson(places);
            return;
        }

        CliOutput.PrintTable(
            ["id", "place", "kind", "lies in", "position", "people"],
            places.Select(place => (string[])
            [
                place.Id, place.Name, place.Kind.ToString().ToLowerInvariant(), Where(place), place.Latitude is { } latitude ? PositionText.Of(latitude, place.Longitude!.Value) : "",
                place.Population == 0 ? "" : place.Population.ToString("N0", CultureInfo.InvariantCulture),
            ]));
    }

    private static string Where(Place place) =>
        string.Join(", ", new[] { place.District, place.Kind is PlaceKind.Region ? null : place.Region, place.CountryCode }.OfType<string>());

    /// <summary>The gazetteer with the house's places where there is a desk; without one the shipped places alone.</summary>
    private static async Task<int> WithGazetteerAsync(string data, Func<Gazetteer, int> act, CancellationToken cancellationToken)
    {
        var (desk, _) = await DeskHost.OpenAsync(data, create: false, cancellationToken);
        if (desk is null)
        {
            return act(new());
        }

        using (desk)
        {
            return act(desk.Get<Gazetteer>());
        }
    }

    private static Argument<double> Degrees(string name, string description, double limit)
    {
        var argument = new Argument<double>(name)
        {
            Description = description,
            CustomParser = result =>
            {
                if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
                    && Math.Abs(degrees) <= limit)
                {
                    return degrees;
                }

                result.AddError($"{name} is a number of degrees from -{limit} to {limit}.");
                return 0;
            },
        };
        return argument;
    }

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            (task.MaxValue, task.Value) = (Math.Max(1, value.TotalBytes), value.Bytes);
            task.Description = Markup.Escape(CliOutput.Plain(value.Words));
        }
    }
}
