using System.Globalization;
using MediaDesk.Captions;
using MediaDesk.Credits;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Search;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Captions;

/// <summary>Which photo the panel is about, and what its file and camera say.</summary>
public sealed partial class PhotoFacts
{
    [Parameter, EditorRequired] public required MediaDetails Photo { get; set; }

    [Parameter] public string? Position { get; set; }

    /// <summary>Another picture has another address: a first paint is not to stay when the photo is developed.</summary>
    private string Source => $"media/{Photo.Id}/320?v={Photo.Sha256[..8]}{(Photo.Picture == PictureState.Developing ? "-first" : "")}";

    private CreditChain Credit => Credits.Read(Photo.Fields);

    private string? Event => SameEvent.Of(Photo.Fields, Photo.Reading.Gps is { } gps ? (gps.Lat, gps.Lon) : null)?.Text;

    private string Alternative => $"Focused photo: {Photo.Fields.Text(NewsroomFields.Headline.Id) ?? Photo.FileName}";

    private string FormatName => Photo.Format?.ToString().ToUpperInvariant() ?? "";

    private string FileSize => Photo.Format is null
        ? "No file yet"
        : $"{Photo.Width} × {Photo.Height}, {Counts.Bytes(Photo.ByteSize)}{(Photo.Format == PhotoFormat.Jpeg ? null : $", {FormatName}")}";

    private CameraFacts? CameraSays => Photo.Reading.Camera;

    private string? Taken =>
        CameraSays?.Taken is not { } taken ? null
        : PartialDate.TryParse(taken, out var date) && date.Precision >= DatePrecision.Day
            ? date.Start.ToString(date.Precision == DatePrecision.Day ? "d MMM yyyy" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)
            : taken;

    private string Camera => string.Join(", ", new[] { Name, CameraSays?.FocalLength is { } mm ? $"{Plain(mm)} mm" : null }.OfType<string>());

    /// <summary>Makers repeat themselves in the model's name ("NIKON CORPORATION", "NIKON D5").</summary>
    private string? Name
    {
        get
        {
            var (make, model) = (CameraSays?.Make?.Trim(), CameraSays?.Model?.Trim());
            return string.IsNullOrEmpty(model) ? make
                : string.IsNullOrEmpty(make) || model.StartsWith(make.Split(' ')[0], StringComparison.OrdinalIgnoreCase) ? model
                : $"{make} {model}";
        }
    }

    private string Exposure => string.Join(
        ", ",
        new[]
        {
            CameraSays?.ExposureTime is { } seconds and > 0 ? seconds < 0.5 ? $"1/{Plain(1 / seconds)} s" : $"{Plain(seconds)} s" : null,
            CameraSays?.FNumber is { } stop ? $"f/{Plain(stop)}" : null,
            CameraSays?.Iso is { } iso ? $"ISO {iso}" : null,
            CameraSays?.Lens,
        }.OfType<string>());

    private static string Plain(double value) => value.ToString(value < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);

    private static string Degrees(double value, string positive, string negative) =>
        $"{Math.Abs(value).ToString("0.0000", CultureInfo.InvariantCulture)}° {(value < 0 ? negative : positive)}";
}
