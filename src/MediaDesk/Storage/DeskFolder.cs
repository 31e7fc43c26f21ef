using Microsoft.Extensions.Options;

namespace MediaDesk.Storage;

/// <summary>The layout of the data folder. Every path is made from ids and hashes, none from a name that someone sent.</summary>
public sealed class DeskFolder
{
    public DeskFolder(IOptions<DeskOptions> options)
    {
        Root = Path.GetFullPath(options.Value.DataFolder);
        Database = Path.Combine(Root, "mediadesk.db");
        Incoming = Path.Combine(Root, "incoming");
        Originals = Path.Combine(Root, "originals");
        Renditions = Path.Combine(Root, "renditions");
    }

    public string Root { get; }

    public string Database { get; }

    /// <summary>Files that are still arriving or waiting to be ingested.</summary>
    public string Incoming { get; }

    public string Originals { get; }

    public string Renditions { get; }

    /// <summary>Makes the folders. Returns whether the data folder was not there before: the first run.</summary>
    public bool Create()
    {
        var isNew = !Directory.Exists(Root);
        foreach (var folder in (string[])[Root, Incoming, Originals, Renditions])
        {
            Directory.CreateDirectory(folder);
        }

        return isNew;
    }

    /// <summary>Where an original with this SHA-256 (lower-case hex) lies.</summary>
    public string Original(string sha256) => Path.Combine(Originals, sha256[..2], sha256);

    /// <summary>The path of an original's renditions without size and extension.</summary>
    public string RenditionStem(string sha256) => Path.Combine(Renditions, sha256[..2], sha256);

    public string Rendition(string sha256, int size) => $"{RenditionStem(sha256)}-{size}.jpg";
}
