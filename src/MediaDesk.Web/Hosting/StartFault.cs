using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace MediaDesk.Web.Hosting;

/// <summary>Why the desk could not start, as one sentence for whoever started it.</summary>
internal static class StartFault
{
    /// <summary>The sentence, or null for a fault that is a bug and is shown with its trace.</summary>
    public static string? Explain(Exception fault, IConfiguration configuration) => fault switch
    {
        OptionsValidationException options => $"A setting cannot be used: {string.Join("; ", options.Failures)}",
        _ when Find<AddressInUseException>(fault) is not null =>
            $"The address {configuration[WebHostDefaults.ServerUrlsKey]} is taken by another program, perhaps by a desk that is already running. Choose another with --urls http://127.0.0.1:PORT.",
        _ when Find<SocketException>(fault) is { } socket =>
            $"The desk cannot listen at {configuration[WebHostDefaults.ServerUrlsKey]}: {socket.Message}.",
        InvalidOperationException when fault.Source?.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true =>
            $"The desk cannot listen at {configuration[WebHostDefaults.ServerUrlsKey]}: {fault.Message.ReplaceLineEndings(" ")}",
        _ => null,
    };

    private static T? Find<T>(Exception? fault) where T : Exception =>
        fault is null or T ? fault as T : Find<T>(fault.InnerException);
}
