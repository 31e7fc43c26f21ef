using System.CommandLine;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Writing;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk write FILE</c>: metadata into a photo, all or nothing. The process itself is the darkroom.</summary>
internal static class WriteVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The photo." };
        var set = new Option<string[]>("--set")
        {
            Description = "A property of the IPTC standard and its value; again for further values of a list. JSON for a property made of fields.",
            HelpName = "ID=VALUE", DefaultValueFactory = _ => [],
        };
        var clear = new Option<string[]>("--clear") { Description = "A property to be cleared.", HelpName = "ID", DefaultValueFactory = _ => [] };
        var target = new Option<string?>("--out") { Description = "Write there and leave FILE as it is; what stands there is replaced.", HelpName = "FILE" };
        var sidecar = new Option<bool>("--sidecar") { Description = "Write an XMP sidecar (FILE with the extension xmp, or --out) and leave FILE as it is." };
        var json = CliOptions.Json();
        var verb = new Command("write", "Write metadata into a photo: the image stays as it is, and what was written is read back.") { file, set, clear, target, sidecar, json };
        verb.SetAction(parsed => Run(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(set), parsed.GetRequiredValue(clear), parsed.GetValue(target), parsed.GetValue(sidecar),
            parsed.GetValue(json)));
        return verb;
    }

    private static int Run(string file, string[] set, string[] clear, string? target, bool sidecar, bool json)
    {
        var (changes, fault) = FieldSettings.Read(set, clear);
        if (fault is not null || target is { Length: 0 })
        {
            Console.Error.WriteLine(fault ?? "--out needs the name of a file.");
            return CommandLine.NotUnderstood;
        }

        var written = target ?? (sidecar && File.Exists(file) ? SidecarWriter.PathOf(file) : file);
        WriteResult? result = null;
        var refusal = GuardedFile.Act(file, "Writing", () => result = sidecar ? SidecarWriter.WriteBeside(file, written, changes) : MetadataWriter.WriteFile(file, changes, target));
        refusal ??= result!.Refusal;
        foreach (var warning in result?.Warnings ?? [])
        {
            Console.Error.WriteLine(warning);
        }

        if (refusal is not null)
        {
            return CommandLine.Refuse($"{CliOutput.Plain(file)}: {refusal}");
        }

        if (CliOutput.IsForPrograms(json))
        {
            CliOutput.PrintJson(new { file, written, warnings = result!.Warnings });
        }
        else
        {
            Console.WriteLine($"{CliOutput.Plain(written)} is written and read back.");
        }

        return CommandLine.Succeeded;
    }
}
