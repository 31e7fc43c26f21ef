using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>How libvips runs in a child.</summary>
internal static class VipsEngine
{
    /// <summary>The loaders that may open a file. SVG, GIF, AVIF and the rest stay shut.</summary>
    private static readonly string[] Loaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadTiff"];

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
}
