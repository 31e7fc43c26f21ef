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
            (options, folder, logs) => options.XmlRepository = new FileSystemXmlRepository(Create(folder), logs));
    }

    private static DirectoryInfo Create(DeskFolder folder)
    {
        var path = Path.Combine(folder.Root, "keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
    }
}
