using System.CommandLine;
using System.Text;
using MediaDesk.Metadata;
using MediaDesk.Wording;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk article FILE</c>: the photo blocks of a pasted article.</summary>
internal static class ArticleVerb
{
    private const int MostBytes = 16 << 20;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "An article as text (UTF-8), or its HTML." };
        var published = new Option<string?>("--published")
        {
            Description = "When it was published, such as 2020-02-25: days without a year are of that time. Else the article says it.", HelpName = "DATE",
        };
        published.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !PartialDate.TryParse(token.Value, out _))
            {
                result.AddError("--published is a date such as 2020-02-25 or 2020-02.");
            }
        });
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("article", "Find the photos in an article: captions, credits, dates and places.") { file, published, json, data };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var (wording, refusal) = await DeskWording.OpenAsync(parsed.GetRequiredValue(data), parsed.GetResult(data) is { Implicit: false }, cancellationToken);
            if (wording is null)
            {
                return CommandLine.Refuse(refusal!);
            }

            using (wording)
            {
                return await RunAsync(wording, parsed.GetRequiredValue(file), parsed.GetValue(published), parsed.GetValue(json), cancellationToken);
            }
        });
        return verb;
    }

    private static async Task<int> RunAsync(DeskWording wording, string file, string? published, bool json, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return CommandLine.Refuse($"There is no file {CliOutput.Plain(file)}.");
        }

        if (new FileInfo(file).Length > MostBytes)
        {
            return CommandLine.Refuse($"{CliOutput.Plain(file)} is larger than 16 MB; an article is a few pages of text.");
        }

        var article = await File.ReadAllTextAsync(file, Encoding.UTF8, cancellationToken);
        var photos = wording.Articles.Read(article, published);
        if (CliOutput.IsForPrograms(json))
        {
            CliOutput.PrintJson(photos);
        }
        else
        {
            Print(photos);
        }

        return CommandLine.Succeeded;
    }

    private static void Print(IReadOnlyList<ArticlePhoto> photos)
    {
        if (photos.Count == 0)
        {
            Console.WriteLine("No photo captions found.");
        }

        foreach (var photo in photos)
        {
            CliOutput.PrintTable(
                ["", ""],
                CaptionFields.Of(photo).Select(field => (string[])[Metadata.Iptc.NewsroomFields.Find(field.Key)!.Label, field.Value.Text]));
        }
    }
}
