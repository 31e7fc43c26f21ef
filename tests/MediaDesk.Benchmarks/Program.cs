using System.Globalization;
using MediaDesk.Benchmarks;
using MediaDesk.Darkroom;

if (args is [DarkroomProcess.Verb, ..])
{
    return DarkroomProcess.Run();
}

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var wanted = args.Length == 0 ? ["renditions", "ingest", "desk"] : args;
var photos = PhotoSet.Prepare(count: 40);
var table = new ResultTable();
if (wanted.Contains("renditions"))
{
    await RenditionCost.MeasureAsync(photos, table);
}

if (wanted.Contains("ingest"))
{
    await IngestRate.MeasureAsync(photos, table);
}

if (wanted.Contains("desk"))
{
    await DeskAtRest.MeasureAsync(table);
}

table.Print();
return 0;
