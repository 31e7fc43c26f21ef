using System.IO.Compression;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Places.GeoNames;
using MediaDesk.Places.Lookup;

namespace MediaDesk.HousePlaces;

/// <summary>Reads one file of GeoNames, plain or in its zip, line by line into the builder of an index.</summary>
internal sealed class ImportRun(string fileName, PlaceIndexBuilder builder, Gazetteer gazetteer, IProgress<ImportProgress>? progress)
{
    private const long MostLetters = 6L << 30;
    private const int MostPlaces = 6_000_000;
    private const long MostNameBytes = 1_500_000_000;
    private const int GiveUpAfter = 1000;
    private const int ReportEvery = 5000;

    private readonly List<RejectedLine> lines = [];
    private long taken;
    private long passedOver;
    private long rejected;
    private GeoNamesFormat? format;

    public ImportReport Read(string path, CancellationToken cancellationToken)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            if (!IsZip(file))
            {
                return Read(file, file, cancellationToken);
            }

            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            var table = zip.Entries
                .Where(entry => entry.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !entry.Name.Equals("readme.txt", StringComparison.OrdinalIgnoreCase))
                .MaxBy(entry => entry.Length);
            if (table is null)
            {
                return Report("The zip holds no table (.txt) of GeoNames.");
            }

            using var stream = table.Open();
            return Read(stream, file, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return Report("The zip is damaged. Download it again.");
        }
    }

    private ImportReport Read(Stream stream, FileStream file, CancellationToken cancellationToken)
    {
        using var table = new TableLines(stream);
        long letters = 0;
        while (table.Next() is var (number, text))
        {
            letters += text?.Length ?? TableLines.LongestLine;
            if (text is not ("" or ['#', ..]) && Take(text) is { } reason)
            {
                Reject(number, reason);
            }

            if (TooMuch(letters) is { } fault)
            {
                return Report(fault);
            }

            if (number % ReportEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Tell(file);
            }
        }

        file.Position = file.Length;
        Tell(file);
        return Report(taken > 0 ? null : passedOver > 0 ? "Nothing in this file is new to the gazetteer." : "No line of this file is one of GeoNames' tables.");
    }

    private string? TooMuch(long letters) =>
        taken + passedOver == 0 && rejected >= GiveUpAfter ? $"This is none of GeoNames' tables: not one of its first {GiveUpAfter} lines is."
        : letters > MostLetters ? "The table is larger than any of GeoNames. Import the tables of the countries you need."
        : builder.Count > MostPlaces || builder.NameBytes > MostNameBytes ? $"The desk keeps at most {MostPlaces / 1_000_000} million imported places. Import the tables of the countries you need."
        : null;

    /// <summary>Takes a line, or says why not.</summary>
    private string? Take(string? line)
    {
        if (line is null)
        {
            return "The line is longer than any of GeoNames.";
        }

        if (line.Contains('\uFFFD', StringComparison.Ordinal) || line.Any(letter => char.IsControl(letter) && letter != '\t'))
        {
            return "The line is no text in UTF-8.";
        }

        format ??= GeoNamesFormats.Of(line);
        var fault = format switch
        {
            GeoNamesFormat.Places => TakePlace(line),
            GeoNamesFormat.Regions => TakeCode(line, depth: 1),
            GeoNamesFormat.Districts => TakeCode(line, depth: 2),
            GeoNamesFormat.Names => TakeName(line),
            _ => "it is a line of none of GeoNames' tables",
        };
        return fault is null ? null : $"{char.ToUpperInvariant(fault[0])}{fault[1..]}.";
    }

    private string? TakePlace(string line)
    {
        if (GeoNamesRow.Read(line, out var fault) is not { } row)
        {
            return fault;
        }

        if (row.Kind is not { } kind)
        {
            passedOver++;
            return null;
        }

        if (!Countries.TryCode(row.Country, out _) || row.Country.Length != 2)
        {
            return $"{GeoNamesRow.Short(row.Country)} is no country";
        }

        if (kind is PlaceKind.Region or PlaceKind.District)
        {
            return TakeDivision(row, kind);
        }

        builder.Add(row.Id, gazetteer.NameOf(row.Id) ?? row.Title, kind, $"{row.Country}.{row.Admin1}.{row.Admin2}", row.Latitude, row.Longitude, row.Population, row.Others);
        taken++;
        return null;
    }

    /// <summary>A region or district keeps the short name of GeoNames' own list of them, if that is known.</summary>
    private string? TakeDivision(GeoNamesRow row, PlaceKind kind)
    {
        if (AdminCode.Depth(row.PlaceId) == 0)
        {
            return $"{GeoNamesRow.Short(row.PlaceId)} is no code of a region or district";
        }

        var known = gazetteer.ById(row.PlaceId);
        var parent = row.PlaceId[..row.PlaceId.LastIndexOf('.')];
        builder.Add(
            row.PlaceId, known?.Name ?? row.Name, kind, parent, row.Latitude, row.Longitude, Math.Max(row.Population, known?.Population ?? 0),
            row.Others.Concat(RegionNames.Of(row.Name)));
        builder.AddNames(row.PlaceId, [], row.Id);
        taken++;
        return null;
    }

    private string? TakeCode(string line, int depth)
    {
        if (AdminCode.Read(line, depth, out var fault) is not { } code)
        {
            return fault;
        }

        if (!Countries.TryCode(code.Code[..2], out _))
        {
            return $"{GeoNamesRow.Short(code.Code[..2])} is no country";
        }

        var known = gazetteer.ById(code.Code);
        builder.Add(
            code.Code, code.Name, code.Kind, code.Parent, known?.Latitude, known?.Longitude, known?.Population ?? 0, RegionNames.Of(code.Name).Prepend(code.AsciiName));
        builder.AddNames(code.Code, [], code.GeoNameId);
        taken++;
        return null;
    }

    private string? TakeName(string line)
    {
        if (AlternateName.Read(line, out var fault) is not { } name)
        {
            return fault;
        }

        // The table has the names of twelve million places; those of places that nobody can find would be lost room.
        if (name.IsWritten && gazetteer.Knows(name.GeoNameId))
        {
            builder.AddNames(name.GeoNameId, [name.Name]);
            taken++;
        }
        else
        {
            passedOver++;
        }

        return null;
    }

    private void Reject(long number, string reason)
    {
        rejected++;
        if (lines.Count < ImportReport.MostLines)
        {
            lines.Add(new(number, reason));
        }
    }

    private void Tell(FileStream file) => progress?.Report(new(fileName, file.Position, file.Length, taken, rejected));

    private ImportReport Report(string? fault) => new(fileName, taken, passedOver, rejected, lines, fault);

    private static bool IsZip(FileStream file)
    {
        Span<byte> mark = stackalloc byte[4];
        var read = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == mark.Length && mark.SequenceEqual("PK\u0003\u0004"u8);
    }
}
