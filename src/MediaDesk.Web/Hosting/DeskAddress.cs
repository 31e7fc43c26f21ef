using System.Net;

namespace MediaDesk.Web.Hosting;

/// <summary>Where the desk listens. Until it has sign-in that is this machine alone, however the address was given.</summary>
internal static class DeskAddress
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>Listens at the default address when none was chosen. Returns a sentence about an address that is not taken, else null.</summary>
    public static string? Choose(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var urls = (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "").ToList();
        var chosen = urls.Concat(endpoints).ToList();
        if (chosen.Count == 0)
        {
            // These name a port on every address of the machine.
            foreach (var key in (string[])[WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey])
            {
                if (!string.IsNullOrWhiteSpace(configuration[key]))
                {
                    return Refuse($"{key}={configuration[key]}");
                }
            }
        }

        if (chosen.Find(url => !IsThisMachine(url)) is { } other)
        {
            return Refuse(other);
        }

        builder.WebHost.UseUrls(urls.Length == 0 ? [Default] : [.. urls.Select(WithFreePort)]);
        return null;
    }

    /// <summary>Whether only programs on this machine can send to a host: a name, or an IP address with or without brackets.</summary>
    public static bool IsThisMachine(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsThisMachine(string url)
    {
        try
        {
            // As the server reads it: a host that is neither an address nor localhost means every address.
            var address = BindingAddress.Parse(url);
            return !address.IsUnixPipe && !address.IsNamedPipe && IsThisMachine(new HostString(address.Host));
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The server cannot look for a free port under two addresses at once, which localhost is.</summary>
    private static string WithFreePort(string url) =>
        BindingAddress.Parse(url) is { Port: 0, Host: var host } address && host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            ? $"{address.Scheme}://127.0.0.1:0"
            : url;

    private static string Refuse(string what) =>
        $"MediaDesk has no sign-in yet and listens on this machine alone, so “{what}” is refused. Use an address such as {Default}.";
}
