using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace MediaDesk.Cli;

/// <summary>Prints what verbs found: JSON for programs, tables for people.</summary>
internal static class CliOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        // For a terminal and for files, not for a web page: Arabic and quotation marks stay what they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Whether a program reads along.</summary>
    public static bool IsForPrograms(bool json) => json || Console.IsOutputRedirected;

    /// <summary>Whether a person watches, so that progress may be drawn.</summary>
    public static bool IsWatched => !Console.IsOutputRedirected && !Console.IsErrorRedirected;

    /// <summary>UTF-8 whatever the locale says.</summary>
    public static void PrintJson<T>(T value)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, value, Options);
        output.WriteByte((byte)'\n');
    }

    /// <summary>A table whose cells are taken as they are; markup in them is text.</summary>
    public static void PrintTable(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(Plain(cell))));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Without control characters: a caption must not move the cursor or colour the screen.</summary>
    public static string Plain(string text) => string.Concat(text.Select(sign => char.IsControl(sign) && sign != '\n' ? ' ' : sign));
}
