using System.Diagnostics;
using System.Text;

namespace MediaDesk.Benchmarks;

/// <summary>exiftool kept open between files, as fast as it can be asked (<c>-stay_open</c>).</summary>
internal sealed class Exiftool : IDisposable
{
    private readonly Process process;

    private Exiftool(Process process)
    {
        this.process = process;

        // Nobody reads its complaints about broken files, but unread they would fill the pipe and stop it.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>The program named by MEDIADESK_EXIFTOOL, which the script sets.</summary>
    public static Exiftool Start()
    {
        var program = Environment.GetEnvironmentVariable("MEDIADESK_EXIFTOOL") ?? throw new InvalidOperationException("MEDIADESK_EXIFTOOL does not name an exiftool; start the benchmarks by their script.");
        return new(Process.Start(new ProcessStartInfo(program, ["-stay_open", "True", "-@", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        })!);
    }

    /// <summary>Runs one command to its end; returns what it said.</summary>
    public string Run(params IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
        {
            process.StandardInput.WriteLine(argument);
        }

        process.StandardInput.WriteLine("-execute");
        process.StandardInput.Flush();
        var said = new StringBuilder();
        while (process.StandardOutput.ReadLine() is { } line && line != "{ready}")
        {
            said.AppendLine(line);
        }

        return said.ToString();
    }

    public void Dispose()
    {
        process.StandardInput.WriteLine("-stay_open");
        process.StandardInput.WriteLine("False");
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
