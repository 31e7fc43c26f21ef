using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Cli;

/// <summary>Runs a verb: 0 when it succeeded, 1 when something it was asked to do failed, 2 when it was not understood.</summary>
internal static class CommandLine
{
    public const int Succeeded = 0;
    public const int Failed = 1;
    public const int NotUnderstood = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        // A query may begin with @; it names no file of arguments.
        var parsed = root.Parse(args, new() { ResponseFileTokenReplacer = null });
        var errors = parsed.Errors.Select(error => error.Message).Concat(UnknownOptions(parsed)).ToList();
        if (errors.Count > 0)
        {
            foreach (var error in errors)
            {
                await Console.Error.WriteLineAsync(error);
            }

            await Console.Error.WriteLineAsync();
            new HelpAction().Invoke(root.Parse(Path(parsed), parsed.Configuration), Console.Error);
            return NotUnderstood;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Failed;
        }
    }

    /// <summary>Says on standard error why a verb cannot begin.</summary>
    public static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return Failed;
    }

    /// <summary>
    /// The parser takes an option it does not know as one more file or word. Behind <c>--</c> everything is one; a single
    /// hyphen leaves a word out of a search.
    /// </summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        parsed.Tokens
            .TakeWhile(token => token.Type is not TokenType.DoubleDash)
            .Where(token => token.Type is TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
            .Select(token => $"There is no option {token.Value}. Write -- before a name that begins with hyphens.");

    private static void Invoke(this HelpAction help, ParseResult about, TextWriter output)
    {
        about.InvocationConfiguration.Output = output;
        help.Invoke(about);
    }

    /// <summary>The names of the verb and those it stands under.</summary>
    private static string[] Path(ParseResult parsed)
    {
        var path = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand and var command }; at = at.Parent)
        {
            path.Insert(0, command.Name);
        }

        return [.. path];
    }
}
