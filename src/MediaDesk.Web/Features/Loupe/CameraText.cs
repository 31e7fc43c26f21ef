using System.Globalization;
using MediaDesk.Metadata;

namespace MediaDesk.Web.Features.Loupe;

/// <summary>Camera and exposure as photographers write them.</summary>
internal static class CameraText
{
    /// <summary><c>Nikon D5, 35 mm, f/8, 1/640 s, ISO 100</c>; only what is known.</summary>
    public static string Line(CameraFacts? camera)
    {
        if (camera is null)
        {
            return "";
        }

        return string.Join(", ", new[]
        {
            Model(camera), camera.Lens,
            camera.FocalLength is > 0 and { } length ? Invariant($"{length:0.#} mm") : null,
            camera.FNumber is > 0 and { } stop ? Invariant($"f/{stop:0.#}") : null,
            camera.ExposureTime is > 0 and { } seconds ? Exposure(seconds) : null,
            camera.Iso is > 0 and { } iso ? Invariant($"ISO {iso}") : null,
        }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    /// <summary>Makers repeat their name in the model ("Canon Canon EOS 5D"), or write it in capitals before it.</summary>
    private static string? Model(CameraFacts camera)
    {
        var maker = camera.Make?.Trim().Split(' ')[0];
        return camera.Model is { } model && maker is { Length: > 0 } && !model.StartsWith(maker, StringComparison.OrdinalIgnoreCase)
            ? $"{maker} {model}"
            : camera.Model ?? camera.Make;
    }

    private static string Exposure(double seconds) =>
        seconds < 0.3 ? Invariant($"1/{Math.Round(1 / seconds):0} s") : Invariant($"{seconds:0.#} s");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
