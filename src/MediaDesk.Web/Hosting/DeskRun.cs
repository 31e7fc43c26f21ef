using MediaDesk.Data;
using MediaDesk.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MediaDesk.Web.Hosting;

/// <summary>One run of the desk: takes the data folder, opens it, serves until it is stopped.</summary>
internal static class DeskRun
{
    /// <summary>Returns null when the desk was stopped, or a sentence why it could not start.</summary>
    public static async Task<string?> RunAsync(WebApplication app)
    {
        var folder = app.Services.GetRequiredService<DeskFolder>();
        var stopping = app.Lifetime.ApplicationStopping;
        var opening = await app.Services.GetRequiredService<DeskStartup>().OpenAsync(isDesk: true, stopping);
        if (opening.Problem is not null)
        {
            return opening.Problem;
        }

        using var desk = FolderLock.TryTake(Path.Combine(folder.Root, "desk.lock"));
        if (desk is null)
        {
            return $"Another desk is already working with the data folder {folder.Root}. A folder belongs to one desk at a time; name another with --data.";
        }

        DeskKeys.CreateFolder(folder);
        try
        {
            await app.StartAsync(stopping);
        }
        catch (Exception fault) when (StartFault.Explain(fault, app.Configuration) is { } sentence)
        {
            return sentence;
        }

        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Console.WriteLine($"MediaDesk is at {address}");
        }

        Console.WriteLine($"Photos are kept in {folder.Root}");
        if (opening.IsFirstRun)
        {
            await app.Services.GetRequiredService<SampleMedia>().QueueAsync(stopping);
        }

        await app.WaitForShutdownAsync(CancellationToken.None);
        return null;
    }
}
