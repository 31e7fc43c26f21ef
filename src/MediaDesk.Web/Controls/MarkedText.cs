using MediaDesk.Search.Marks;

namespace MediaDesk.Web.Controls;

/// <summary>A text cut at what a search has found in it.</summary>
internal static class MarkedText
{
    /// <summary>The pieces of a text from <paramref name="start"/> to before <paramref name="end"/>, with dots where it was cut off.</summary>
    /// <param name="marks">From left to right.</param>
    public static IReadOnlyList<(string Text, bool IsFound)> Pieces(string text, IEnumerable<FoundMark> marks, int start, int end)
    {
        var pieces = new List<(string Text, bool IsFound)>();
        if (start > 0)
        {
            pieces.Add(("… ", false));
        }

        var at = start;
        foreach (var mark in marks.Where(mark => mark.Start >= start && mark.Start < end))
        {
            Add(text[at..mark.Start], false);
            at = Math.Min(end, mark.Start + mark.Length);
            Add(text[mark.Start..at], true);
        }

        Add(text[at..end], false);
        if (end < text.Length)
        {
            pieces.Add((" …", false));
        }

        return pieces;

        void Add(string piece, bool isFound)
        {
            if (piece.Length > 0)
            {
                pieces.Add((piece, isFound));
            }
        }
    }
}
