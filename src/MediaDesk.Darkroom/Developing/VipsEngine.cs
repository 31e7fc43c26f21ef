using System.Runtime.InteropServices;
using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>How libvips runs in a child.</summary>
internal static partial class VipsEngine
{
    /// <summary>The loaders that may open a file. SVG, GIF, PDF and the rest stay shut.</summary>
    private static readonly string[] Loaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadTiff", "VipsForeignLoadHeif"];

    /// <summary>One thread and no cache: a child has one file at a time and never sees it again.</summary>
    public static void Start()
    {
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders)
        {
            Operation.Block(loader, false);
        }
    }

    /// <summary>Warnings of a picture that was opened all the same stay in libvips's memory and would be told of the next one.</summary>
    [LibraryImport("libvips.so.42", EntryPoint = "vips_error_clear")]
    public static partial void ForgetErrors();
}
