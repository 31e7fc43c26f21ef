using Microsoft.Extensions.Options;

namespace MediaDesk.Storage;

/// <summary>The layout of the data folder. Every path is made from ids and hashes, none from a name that someone sent.</summary>
public sealed class DeskFolder
{
    private const string DatabaseName = "mediadesk.db";

    public DeskFolder(IOptions<DeskOptions> options)
    {
        Root = Path.GetFullPath(options.Value.DataFolder);
        Database = Path.Combine(Root, DatabaseName);
        Incoming = Path.Combine(Root, "incoming");
        Originals = Path.Combine(Root, "originals");
        Renditions = Path.Combine(Root, "renditions");
        Owners = Path.Combine(Root, "owners");
        Places = Path.Combine(Root, "places");
        DeskLock = Path.Combine(Root, "desk.lock");
        MigrationLock = Path.Combine(Root, "migration.lock");
        FirstRunMark = Path.Combine(Root, "first-run");
    }

    public string Root { get; }

    public string Database { get; }

    /// <summary>Files that are still arriving or waiting to be ingested.</summary>
    public string Incoming { get; }

    public string Originals { get; }

    public string Renditions { get; }

    /// <summary>One locked file for each process that ingests.</summary>
    public string Owners { get; }

    /// <summary>Indexes of imported places.</summary>
    public string Places { get; }

    /// <summary>Held while places are being imported.</summary>
    public string ImportLock => Path.Combine(Places, "import.lock");

    /// <summary>Held by the one desk that serves this folder; see <see cref="FolderLock"/>.</summary>
    public string DeskLock { get; }

    public string MigrationLock { get; }

    /// <summary>There while the desk that made this folder has yet to queue its samples.</summary>
    public string FirstRunMark { get; }

    /// <summary>Whether a folder is the data folder of a desk.</summary>
    public static bool HasDesk(string folder) => File.Exists(Path.Combine(folder, DatabaseName));

    /// <summary>Makes the folders. Returns whether the data folder was not there before: the first run.</summary>
    public bool Create()
    {
        var isNew = !Directory.Exists(Root);
        foreach (var folder in (string[])[Root, Incoming, Originals, Renditions, Owners, Places])
        {
            Directory.CreateDirectory(folder);
        }

        return isNew;
    }

    /// <summary>Where an original with this SHA-256 (lower-case hex) lies.</summary>
    public string Original(string sha256) => Path.Combine(Originals, sha256[..2], sha256);

    /// <summary>Where the XMP sidecar lies that came with an original.</summary>
    public string Sidecar(string sha256) => Original(sha256) + ".xmp";

    /// <summary>The path of an original's renditions without size and extension.</summary>
    public string RenditionStem(string sha256) => Path.Combine(Renditions, sha256[..2], sha256);

    public string Rendition(string sha256, int size) => $"{RenditionStem(sha256)}-{size}.jpg";
}
