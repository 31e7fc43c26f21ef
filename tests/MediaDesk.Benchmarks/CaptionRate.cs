using System.Diagnostics;
using System.Globalization;
using MediaDesk.Credits;
using MediaDesk.Places;
using MediaDesk.Wording;

namespace MediaDesk.Benchmarks;

/// <summary>How many captions a second one core reads, with the gazetteer in memory; captions of the usual kinds, no two the same.</summary>
internal static class CaptionRate
{
    private static readonly string[] Cities = ["Riga, Latvia", "Paris, Texas", "Odesa, Ukraine", "Nairobi, Kenya", "Dayton, Ohio", "Lyon, France", "Kolkata, India", "Salt Lake City", "Hong Kong, China", "Idlib, Syria"];
    private static readonly string[] People = ["Juris Berzins", "Leila Haddad", "Omar Nasser", "Ana de la Cruz", "Jean-Paul Martin", "Wei Lin", "Tom O'Brien", "Marta van Dijk"];

    private static readonly Func<string, string, int, string>[] Kinds =
    [
        (city, name, n) => $"A tram passes a market where people queue for bread during a strike in {city}, Tuesday, May {1 + (n % 28)}, 2023. The strike is in its week {n}, officials said. (AP Photo/{name})",
        (city, name, n) => $"Police officers stand guard near the port of Bilbao during protest number {n} in {city}, May {1 + (n % 28)}, 2023. REUTERS/{name}",
        (city, name, n) => $"TOPSHOT - A worker carries parcel {n} on the outskirts of {city} on May {1 + (n % 28)}, 2023. (Photo by {name} / AFP) (Photo by {name.ToUpperInvariant()}/AFP via Getty Images)",
        (city, name, n) => $"RIGA, LATVIA - MAY {1 + (n % 28):00}: Runner #{n} of the home team crosses the line during the city run at Central Stadium on May {1 + (n % 28)}, 2023 in {city}. (Photo by {name}/Getty Images for City Run)",
        (city, name, n) => $"Protesters hold banner {n} outside the parliament in {city}, {1 + (n % 28):00} May 2023 (issued 29 May 2023). EPA-EFE/{name.ToUpperInvariant()}",
    ];

    public static void Measure(ResultTable table)
    {
        var agencies = new CurrentAgencies(AgencyCatalogue.Seeded);
        var reader = new CaptionReader(agencies, new Gazetteer());
        var captions = Enumerable.Range(0, 4_000).Select(n => Kinds[n % Kinds.Length](Cities[n % Cities.Length], People[n % People.Length], n)).ToArray();
        for (var round = 0; round < 5; round++)
        {
            Read();
        }

        // Of this process alone: other programs on the machine do not slow it down.
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var rounds = 0;
        for (; rounds < 10; rounds++)
        {
            Read();
        }

        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        table.Add("captions read a second of one core", (rounds * captions.Length / seconds).ToString("N0", CultureInfo.InvariantCulture), "at least 20,000");

        void Read()
        {
            foreach (var caption in captions)
            {
                reader.Read(caption, "2023-05-30");
            }
        }
    }
}
