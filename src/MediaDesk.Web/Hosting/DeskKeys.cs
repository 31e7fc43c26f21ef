using MediaDesk.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace MediaDesk.Web.Hosting;

/// <summary>The keys that sign the desk's tokens: in the data folder, so that they move with it and open pages outlive a restart.</summary>
internal static class DeskKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void AddDeskKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("MediaDesk");
        services.AddOptions<KeyManagementOptions>().Configure<DeskFolder, ILoggerFactory>(
            (options, folder, logs) => options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(PathIn(folder)), logs));
    }

    /// <summary>Not when the host is built: that is before the data folder is opened, and would make every run look like a later one.</summary>
    public static void CreateFolder(DeskFolder folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(PathIn(folder));
        }
        else
        {
            Directory.CreateDirectory(PathIn(folder), OwnerOnly);
        }
    }

    private static string PathIn(DeskFolder folder) => Path.Combine(folder.Root, "keys");
}
