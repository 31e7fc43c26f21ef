using System.Text;

namespace MediaDesk.Export;

/// <summary>Names for files that leave: what a photo was called may hold anything a file system or a header allows.</summary>
internal static class FileNames
{
    /// <summary>In octets; what the common file systems allow, less room for a number and an extension.</summary>
    private const int MaxBytes = 200;

    /// <summary>Not allowed on Windows; the slash nowhere.</summary>
    private const string Forbidden = "\\/:*?\"<>|";

    /// <summary>The last part of a name without anything that is not allowed on some system.</summary>
    public static string Safe(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            safe.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar || (rune.IsAscii && Forbidden.Contains((char)rune.Value)) ? "_" : rune.ToString());
        }

        var whole = safe.ToString().Trim(' ', '.');
        var extension = Path.GetExtension(whole);
        extension = extension.Length > 16 ? "" : extension;
        var stem = Shorten(whole[..^extension.Length], MaxBytes);
        return stem.Length == 0 ? "photo" + extension : stem + extension;
    }

    /// <summary>A name that is not among those taken (upper and lower case alike), which it joins.</summary>
    public static string Unique(string name, HashSet<string> taken)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        // A sidecar is found by the stem, so two photos must differ there.
        var unique = stem;
        for (var n = 2; !taken.Add(unique.ToUpperInvariant()); n++)
        {
            unique = $"{stem}-{n}";
        }

        return unique + extension;
    }

    private static string Shorten(string text, int maxBytes)
    {
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
