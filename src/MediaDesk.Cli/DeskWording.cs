using MediaDesk.Credits;
using MediaDesk.HousePlaces;
using MediaDesk.Places;
using MediaDesk.Storage;
using MediaDesk.Wording;

namespace MediaDesk.Cli;

/// <summary>Reads captions and articles with what a desk knows: its agencies and the places of its house; without one, with what a new desk knows.</summary>
internal sealed class DeskWording : IDisposable
{
    private readonly DeskHost? desk;

    private DeskWording(DeskHost? desk, CaptionReader captions, ArticleReader articles) => (this.desk, Captions, Articles) = (desk, captions, articles);

    public CaptionReader Captions { get; }

    public ArticleReader Articles { get; }

    /// <summary>Opens the desk in the folder, where there is one, or says why that cannot be.</summary>
    /// <param name="isNamed">Whether the user named the folder, who is then told that no desk is there.</param>
    public static async Task<(DeskWording? Wording, string? Refusal)> OpenAsync(string dataFolder, bool isNamed, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(dataFolder) && !dataFolder.Contains('\0') && !DeskFolder.HasDesk(dataFolder))
        {
            if (isNamed)
            {
                await Console.Error.WriteLineAsync($"There is no desk in {CliOutput.Plain(Path.GetFullPath(dataFolder))}: the agencies and places are those of a new one.");
            }

            var agencies = new CurrentAgencies();
            var captions = new CaptionReader(agencies, new Gazetteer());
            return (new(null, captions, new ArticleReader(captions, agencies)), null);
        }

        var (desk, refusal) = await DeskHost.OpenAsync(dataFolder, create: false, cancellationToken);
        if (desk is null)
        {
            return (null, refusal);
        }

        await desk.Get<HousePlaceOverlay>().ReloadAsync(cancellationToken);
        return (new(desk, desk.Get<CaptionReader>(), desk.Get<ArticleReader>()), null);
    }

    public void Dispose() => desk?.Dispose();
}
