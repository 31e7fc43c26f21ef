using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaDesk.Metadata.Iim;

namespace MediaDesk.Metadata.Tests.Agreement;

/// <summary>exiftool's IPTC tags against our datasets, value by value.</summary>
internal static class IimComparison
{
    public static void Compare(string file, DumpedTag tag, MetadataLayers layers, Comparison result)
    {
        var number = int.Parse(tag.Id, CultureInfo.InvariantCulture);
        var record = tag.Table switch
        {
            "IPTC::EnvelopeRecord" => 1,
            "IPTC::ApplicationRecord" => 2,
            "IPTC::NewsPhoto" => 3,
            "IPTC::PreObjectData" => 7,
            "IPTC::ObjectData" => 8,
            "IPTC::PostObjectData" => 9,
            _ => 240,
        };
        string[] want = tag.Value.ValueKind == JsonValueKind.Array ? [.. tag.Value.EnumerateArray().Select(item => item.ToString())] : [tag.Value.ToString()];

        // A block is numbered by its place in the file; which of them exiftool shows first is its own affair.
        Comparison Tried(IimLayer? layer)
        {
            var tried = new Comparison(file);
            var got = layer?.Datasets.Where(dataset => dataset.Record == record && dataset.Number == number).ToList() ?? [];
            for (var i = 0; i < want.Length; i++)
            {
                // Of a dataset that stands there twice though it may not, exiftool shows the last.
                var one = i >= got.Count ? null : want.Length == 1 ? got.Find(value => Same(want[i], value)) ?? got[i] : got[i];
                tried.Add(tag, want[i], one is null ? null : one.Text ?? Encoding.Latin1.GetString([.. one.Bytes]), one is not null && Same(want[i], one));
            }

            return tried;
        }

        result.Add(layers.Iim.Select(Tried).DefaultIfEmpty(Tried(null)).MinBy(tried => tried.Differences.Count)!);
    }

    private static bool Same(string want, IimValue got) =>
        (got.Text is { } text && (Leaf.Same(want, text) || (IsDateOrTime(want) && Digits(want) == Digits(text))))
        || Leaf.Same(want, Encoding.Latin1.GetString([.. got.Bytes]))
        || (got.Bytes.Length is 1 or 2 or 4 && want == got.Bytes.Aggregate(0L, (sum, one) => (sum << 8) | one).ToString(CultureInfo.InvariantCulture))
        || want.StartsWith($"(Binary data {got.Bytes.Length} bytes", StringComparison.Ordinal);

    private static bool IsDateOrTime(string want) => want.Length >= 8 && want.All(one => char.IsAsciiDigit(one) || one is ':' or '+' or '-' or '.');

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
