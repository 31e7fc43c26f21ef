using System.Globalization;
using MediaDesk.Benchmarks;
using MediaDesk.Darkroom;

if (args is [DarkroomProcess.Verb, ..])
{
    return DarkroomProcess.Run();
}

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["records", var path, var count])
{
    // For trying `mediadesk import` by hand.
    await new RecordStock().WriteAsync(path, 0, int.Parse(count, CultureInfo.InvariantCulture));
    return 0;
}

if (args is [SearchSpeed.Verb or SearchPeers.Verb, var folder, var size])
{
    var records = int.Parse(size, CultureInfo.InvariantCulture);
    await (args[0] == SearchSpeed.Verb ? SearchSpeed.RunAsync(folder, records) : SearchPeers.RunAsync(folder, records));
    return 0;
}

var wanted = args.Length == 0 ? ["places", "renditions", "metadata", "ingest", "desk"] : args;
var needsPhotos = wanted.Contains("renditions") || wanted.Contains("ingest") || wanted.Contains("proposals");
var photos = needsPhotos ? PhotoSet.Prepare(count: wanted is ["proposals"] ? ProposalCost.Photos : 40 + IngestRate.SliceSize) : [];
var table = new ResultTable();
// First, in a process that has compiled nothing yet.
if (wanted.Contains("places"))
{
    GazetteerCost.Measure(table);
}

if (wanted.Contains("renditions"))
{
    await RenditionCost.MeasureAsync(photos, table);
}

if (wanted.Contains("metadata"))
{
    MetadataCost.Measure(table);
}

if (wanted.Contains("captions"))
{
    CaptionRate.Measure(table);
}

if (wanted.Contains("cleaning"))
{
    CleaningCost.Measure(table);
    await CleaningCost.MeasureIngestAsync(table);
}

// Not among the usual ones: it needs the corpus, and measures agreement, not cost.
if (wanted.Contains("peers"))
{
    PeerAgreement.Measure(table);
}

if (wanted.Contains("ingest"))
{
    await IngestRate.MeasureAsync(photos, table);
}

if (wanted.Contains("proposals"))
{
    await ProposalCost.MeasureAsync([.. photos.Take(ProposalCost.Photos)], table);
}

if (wanted.Contains("desk"))
{
    await DeskAtRest.MeasureAsync(table);
}

if (wanted.Contains("import"))
{
    await ImportSpeed.MeasureAsync(table);
}

// Not among the usual ones: it fills a disk with millions of records.
if (wanted.Contains("search"))
{
    await SearchSpeed.MeasureAsync(table);
}

table.Print();
return 0;
